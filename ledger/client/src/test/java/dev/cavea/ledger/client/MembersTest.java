package dev.cavea.ledger.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MembersTest {

    @Test
    void aListComesBackAsItWasWritten() {
        String list = "m1=127.0.0.1:6001,m2=ledger-2.example:6002,m3=[::1]:6003";
        Members members = Members.parse(list);
        assertThat(members.toString()).isEqualTo(list);
        assertThat(members.get("m2").host()).isEqualTo("ledger-2.example");
        assertThat(members.get("m2").port()).isEqualTo(6002);
        assertThat(members.group().getPeers()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "m1",
                "m1=",
                "m1=host",
                "=host:1",
                "m1=:1",
                "m1=host:0",
                "m1=host:65536",
                "m1=host:x",
                "m1=host:-1",
                "m1=a:1,",
                "m1=a:1,m1=b:2"
            })
    void whatIsNoListOfMembersIsRefusedWithTheEntry(String list) {
        assertThatThrownBy(() -> Members.parse(list))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(".*(expected|port|id m1).*");
    }
}
