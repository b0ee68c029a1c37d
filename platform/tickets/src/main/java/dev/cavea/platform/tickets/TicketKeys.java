package dev.cavea.platform.tickets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The Ed25519 key pair that signs tickets. Whoever has the file can make tickets. */
public final class TicketKeys {

    private static final String ALGORITHM = "Ed25519";
    private static final int RAW_PUBLIC_BYTES = 32;

    private final PrivateKey privateKey;
    private final PublicKey publicKey;
    private final int id;

    private TicketKeys(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        this.id = ByteBuffer.wrap(sha256(publicKey.getEncoded())).getInt();
    }

    /** A new pair, kept nowhere. */
    public static TicketKeys generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new TicketKeys(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw noAlgorithm(e);
        }
    }

    /**
     * The pair kept in this file; a new one the first time. The file is two lines of base 64: PKCS
     * 8, X.509.
     */
    public static TicketKeys inFile(Path file) {
        try {
            if (!Files.exists(file)) {
                write(file, generate());
            }
            List<String> lines = Files.readAllLines(file);
            if (lines.size() != 2) {
                throw new IllegalStateException(file + " does not hold a key for tickets");
            }
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            Base64.Decoder base64 = Base64.getDecoder();
            return new TicketKeys(
                    factory.generatePrivate(
                            new PKCS8EncodedKeySpec(base64.decode(lines.getFirst()))),
                    factory.generatePublic(new X509EncodedKeySpec(base64.decode(lines.get(1)))));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(file + " does not hold a key for tickets", e);
        }
    }

    /** Whole or not at all, for the owner's eyes only; another process' file wins. */
    private static void write(Path file, TicketKeys keys) throws IOException {
        Path fresh =
                Files.createTempFile(
                        file.toAbsolutePath().getParent(),
                        "ticket-key",
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Base64.Encoder base64 = Base64.getEncoder();
        Files.writeString(
                fresh,
                base64.encodeToString(keys.privateKey.getEncoded())
                        + "\n"
                        + base64.encodeToString(keys.publicKey.getEncoded())
                        + "\n");
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** The code of a ticket; the same ticket always has the same one. */
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

    /** What a code says, when this key signed it. */
    public Optional<TicketCode> verify(String text) {
        return TicketCode.parse(text).filter(this::isOurs).map(TicketCode.Signed::code);
    }

    private boolean isOurs(TicketCode.Signed signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(publicKey);
            signature.update(signed.code().signedBytes());
            return signed.code().key() == id && signature.verify(signed.signature());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The first four bytes of the public key's SHA-256, as in every code. */
    public int id() {
        return id;
    }

    /** The 32 bytes of RFC 8032, in base64url as JWK has it. */
    public String publicKeyText() {
        byte[] x509 = publicKey.getEncoded();
        byte[] raw = Arrays.copyOfRange(x509, x509.length - RAW_PUBLIC_BYTES, x509.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
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
