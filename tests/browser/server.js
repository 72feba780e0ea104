// Serves a folder on loopback as static hosts do: a folder's index, its address without final slash sent on to the one
// with it, the nearest 404 page, compression, and the strictest policy that the site promises to work under.
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { createGzip } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".gif": "image/gif",
};
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; media-src 'self' https:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * Serves `folder`; gives the address of its root without final slash, and `close`.
 * `paths` collects what was asked for, with the bytes that went over the wire.
 */
export async function serve(folder) {
  const paths = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://host");
    let path = decodeURIComponent(pathname);
    let code = 200;
    let file = join(folder, normalize(path));
    const found = await stat(file).catch(() => null);
    if (found?.isDirectory()) {
      if (!path.endsWith("/")) {
        response.writeHead(301, { location: `${pathname}/` }).end();
        return;
      }
      file = join(file, "index.html");
    }
    if (!(await stat(file).catch(() => null))?.isFile()) {
      code = 404;
      file = join(folder, "404.html");
    }
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const squeeze = /^(text|application\/json|image\/svg)/.test(type);
    response.writeHead(code, {
      "content-type": type,
      "content-security-policy": POLICY,
      "x-content-type-options": "nosniff",
      "cache-control": path.startsWith("/assets/") ? "max-age=31536000, immutable" : "max-age=0, must-revalidate",
      ...(squeeze ? { "content-encoding": "gzip" } : {}),
    });
    const entry = { path: pathname, code, bytes: 0 };
    paths.push(entry);
    const body = createReadStream(file);
    const sent = squeeze ? body.pipe(createGzip()) : body;
    sent.on("data", (part) => (entry.bytes += part.length));
    sent.pipe(response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  return { url: `http://127.0.0.1:${port}`, paths, close: () => new Promise((done) => server.close(done)) };
}

/** The text of a published file. */
export const text = (folder, path) => readFile(join(folder, path), "utf8");
