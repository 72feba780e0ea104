// Asks the theme's search modules for the tests in this folder: `node engine.mjs FOLDER words` or `ask MANIFEST`, input and
// output as JSON.
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [folder, what, manifest] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(`${folder}/${name}`).href);
let input = '';
for await (const part of process.stdin.setEncoding('utf8')) input += part;
const asked = JSON.parse(input);

/** Files as a server would give them; counts what goes over the wire. */
let bytes = 0;
async function fetcher(url) {
  try {
    const file = await readFile(fileURLToPath(url));
    bytes += file.length;
    return new Response(file);
  } catch {
    return new Response('', { status: 404 });
  }
}

const answers = [];
if (what === 'words') {
  const { fold, tokenize } = await load('search-words.js');
  for (const text of asked) {
    const folded = fold(text);
    answers.push([folded, tokenize(folded).tokens.map(({ text, place }) => [text, place])]);
  }
} else {
  const { open } = await load('search-engine.js');
  const engine = await open(pathToFileURL(manifest).href, { fetch: fetcher });
  for (const query of asked) {
    const before = bytes;
    const answer = await engine.search(query, { limit: 20 });
    answers.push({
      total: answer.total,
      corrected: answer.corrected,
      results: answer.results.map(({ url, score, excerpt }) => [url, score, excerpt.map(({ text, mark }) => [text, mark])]),
      bytes: bytes - before,
    });
  }
}
process.stdout.write(JSON.stringify(answers));
