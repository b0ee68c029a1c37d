package dev.cavea.platform.tickets;

import dev.cavea.platform.kernel.PrivateFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Ed25519 key pair that signs tickets, and the public keys of earlier ones: printed tickets
 * stay valid. Whoever has a private key can make tickets. All servers of a fleet share them.
 */
public final class TicketKeys {

    private static final String ALGORITHM = "Ed25519";
    private static final String FILE = "ticket.key";
    private static final String OLDER = "ticket.keys.older";
    private static final int RAW_PUBLIC_BYTES = 32;

    private final PrivateKey privateKey;
    private final int id;

    /** By the id that is in each code; the current one first. */
    private final Map<Integer, PublicKey> publicKeys = new LinkedHashMap<>();

    private TicketKeys(PrivateKey privateKey, PublicKey publicKey, List<PublicKey> older) {
        this.privateKey = privateKey;
        this.id = idOf(publicKey);
        publicKeys.put(id, publicKey);
        older.forEach(key -> publicKeys.putIfAbsent(idOf(key), key));
    }

    /** A new pair, not stored anywhere. */
    public static TicketKeys generate() {
        return of(drawn(), List.of());
    }

    /**
     * From the configuration.
     *
     * @param pair the private key as PKCS 8 and the public one as X.509, both in base 64, with a
     *     space between
     * @param older earlier public keys as X.509 in base 64
     * @throws IllegalArgumentException for anything else
     */
    public static TicketKeys of(String pair, List<String> older) {
        return of(Arrays.asList(pair.strip().split("\\s+", -1)), older);
    }

    /**
     * The pair kept in {@code ticket.key} of the folder, two lines of base 64, which is created if
     * missing, and the public keys of {@code ticket.keys.older}.
     */
    public static TicketKeys in(Path folder) {
        Path file = folder.resolve(FILE);
        PrivateFile.createOnce(file, String.join("\n", drawn()));
        try {
            return of(PrivateFile.lines(file), PrivateFile.lines(folder.resolve(OLDER)));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + " does not hold a key for tickets", e);
        }
    }

    /** Generates a new pair for the folder; whatever the old one signed stays valid. */
    public static void rotate(Path folder) {
        Path file = folder.resolve(FILE);
        List<String> pair = PrivateFile.lines(file);
        List<String> older = new ArrayList<>(pair.subList(Math.min(1, pair.size()), pair.size()));
        older.addAll(PrivateFile.lines(folder.resolve(OLDER)));
        // The old one first: killed in between, it is only named twice.
        PrivateFile.replace(folder.resolve(OLDER), String.join("\n", older));
        PrivateFile.replace(file, String.join("\n", drawn()));
    }

    private static List<String> drawn() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return List.of(
                    base64.encodeToString(pair.getPrivate().getEncoded()),
                    base64.encodeToString(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw noAlgorithm(e);
        }
    }

    private static TicketKeys of(List<String> pair, List<String> older) {
        if (pair.size() != 2) {
            throw new IllegalArgumentException("a key for tickets is two texts of base 64");
        }
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            List<PublicKey> known = new ArrayList<>();
            for (String key : older) {
                known.add(publicKey(factory, key));
            }
            return new TicketKeys(
                    factory.generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pair.getFirst()))),
                    publicKey(factory, pair.get(1)),
                    known);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this is not an Ed25519 key", e);
        }
    }

    private static PublicKey publicKey(KeyFactory factory, String text)
            throws GeneralSecurityException {
        return factory.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
    }

    /** The code of a ticket; the same for as long as the key is the same. */
    public String code(Ticket ticket) {
        Integer seat = ticket.place().seat();
        TicketCode code =
                new TicketCode(
                        id,
                        ticket.event(),
                        ticket.id(),
                        seat == null ? TicketCode.NO_SEAT : seat,
                        ticket.serial(),
                        ticket.version());
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(code.signedBytes());
            return code.text(signature.sign());
        } catch (GeneralSecurityException e) {
            throw noAlgorithm(e);
        }
    }

    /** What a code says, if one of these keys signed it. */
    public Optional<TicketCode> verify(String text) {
        return TicketCode.parse(text).filter(this::isOurs).map(TicketCode.Signed::code);
    }

    private boolean isOurs(TicketCode.Signed signed) {
        PublicKey key = publicKeys.get(signed.code().key());
        if (key == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(signed.code().signedBytes());
            return signature.verify(signed.signature());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /**
     * A key that gates check codes with.
     *
     * @param id the first four bytes of its SHA-256, as in every code
     * @param text the 32 bytes of RFC 8032, in base64url as JWK has it
     */
    public record PublicText(int id, String text) {}

    /** The current one first. */
    public List<PublicText> publicKeys() {
        return publicKeys.entrySet().stream()
                .map(key -> new PublicText(key.getKey(), text(key.getValue())))
                .toList();
    }

    private static String text(PublicKey key) {
        byte[] x509 = key.getEncoded();
        byte[] raw = Arrays.copyOfRange(x509, x509.length - RAW_PUBLIC_BYTES, x509.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    }

    private static int idOf(PublicKey key) {
        return ByteBuffer.wrap(sha256(key.getEncoded())).getInt();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw noAlgorithm(e);
        }
    }

    private static IllegalStateException noAlgorithm(GeneralSecurityException cause) {
        return new IllegalStateException("every JDK has Ed25519 and SHA-256", cause);
    }
}
