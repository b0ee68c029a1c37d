package dev.cavea.platform.edge;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer that says what was wrong: application/problem+json, RFC 9457. Thrown anywhere below an
 * endpoint, it becomes the response. Its slug is part of the public contract.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String TYPES = "https://cavea.dev/problems/";

    private final int status;
    private final String slug;
    private final String title;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    public Problem(int status, String slug, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.slug = slug;
        this.title = title;
    }

    /** Adds a member that names what was wrong, such as {@code taken: [...]}. */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** The same with one more sentence. */
    public Problem and(String sentence) {
        Problem more = new Problem(status, slug, title, getMessage() + " " + sentence);
        more.members.putAll(members);
        more.headers.putAll(headers);
        return more;
    }

    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** The whole document, in the order of the RFC. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", TYPES + slug);
        document.put("title", title);
        document.put("status", status);
        document.put("detail", getMessage());
        document.putAll(members);
        return document;
    }
}
