// Serves a folder on loopback as static hosts do: a folder's index, its address without final slash sent on to the one
// with it, the nearest 404 page, compression, and the headers that the site itself asks for.
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
  ".md": "text/markdown; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".gif": "image/gif",
};
/** What `_headers` of a site promises, for addresses that begin with a path. */
async function promised(folder) {
  const text = await readFile(join(folder, "_headers"), "utf8").catch(() => "");
  const rules = [];
  for (const line of text.split("\n")) {
    if (/^\S/.test(line)) rules.push({ beginning: line.trim().replace(/\*$/, ""), headers: {} });
    else if (line.trim()) {
      const [name, ...value] = line.trim().split(": ");
      rules.at(-1).headers[name.toLowerCase()] = value.join(": ");
    }
  }
  return (path) => Object.assign({}, ...rules.filter(({ beginning }) => path.startsWith(beginning)).map(({ headers }) => headers));
}

/**
 * Serves `folder`; gives the address of its root without final slash, and `close`.
 * `paths` collects what was asked for, with the bytes that went over the wire.
 */
export async function serve(folder) {
  const paths = [];
  const headers = await promised(folder);
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
      "cache-control": "max-age=0, must-revalidate",
      ...headers(path),
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
