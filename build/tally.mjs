// Adds up what the test runners wrote: Surefire's and Vitest's XML reports, and the node runner's TAP.
// Prints one closing line; exits non-zero when a test failed or none ran.
import { readdirSync, readFileSync, statSync, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const SKIPPED_FOLDERS = new Set(["node_modules", ".git", "quarkus-app", "classes", "test-classes", "lib"]);

function* reports(folder) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name)) yield* reports(path);
        else if (/^TEST-.*\.xml$/.test(entry.name)) yield path;
    }
}

const total = { passed: 0, failed: 0, skipped: 0 };

function add(part, tests, failed, skipped) {
    total.passed += tests - failed - skipped;
    total.failed += failed;
    total.skipped += skipped;
    if (tests > 0) console.log(`${part.padEnd(24)} ${tests - failed - skipped} passed, ${failed} failed, ${skipped} skipped`);
}

const parts = new Map();
for (const path of reports(root)) {
    const suite = readFileSync(path, "utf8").match(/<testsuites?\b[^>]*>/)?.[0] ?? "";
    const count = (name) => Number(suite.match(new RegExp(`\\b${name}="(\\d+)"`))?.[1] ?? 0);
    const part = path.slice(root.length + 1).split("/target/")[0];
    const sum = parts.get(part) ?? [0, 0, 0];
    parts.set(part, [sum[0] + count("tests"), sum[1] + count("failures") + count("errors"), sum[2] + count("skipped")]);
}
for (const [part, sum] of [...parts].sort()) add(part, ...sum);

const tap = join(root, "web/target/browser.tap");
if (existsSync(tap) && statSync(tap).size > 0) {
    const text = readFileSync(tap, "utf8");
    const count = (name) => Number(text.match(new RegExp(`^# ${name} (\\d+)$`, "m"))?.[1] ?? 0);
    add("web, in a browser", count("tests"), count("fail") + count("cancelled"), count("skipped") + count("todo"));
}

console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
