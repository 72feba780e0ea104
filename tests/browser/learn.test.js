// Pages of a Learn repository as readers use them: tabs that depend on each other, pickers of versions and pivots, a lightbox, a video
// that loads on a click, a table of contents that is looked into; and all of it without scripts.
import assert from "node:assert/strict";
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { DESKTOP, PHONE, visit } from "./browser.js";
import { build, open, repository, scratch, write } from "./sites.js";

const entries = Array.from({ length: 14 }, (_, at) => `- name: Entry ${at}\n  href: other.md#part-${at}\n`).join("");

const PAGE = `---
title: Tools
monikerRange: ">= v1"
zone_pivot_groups: languages
no-loc: [Kestrel]
---
# Tools

Kestrel stays Kestrel.

# <a name="windows"></a>[Windows](#tab/windows)

Words for Windows.

# [Linux](#tab/linux)

Words for Linux.

---

# [Shell](#tab/shell/windows)

PowerShell words.

# [Shell](#tab/shell/linux)

Bash words.

---

::: moniker range=">= v2"

Only in the second.

::: moniker-end
::: moniker range="< v2"

Only in the first.

::: moniker-end

::: zone pivot="csharp"

Written in C#.

::: zone-end
::: zone pivot="python"

Written in Python.

::: zone-end
::: zone target="chromeless"

Never for readers of the site.

::: zone-end

:::image type="complex" source="media/sign.svg" alt-text="A sign" lightbox="media/sign.svg":::
What the sign shows, in full.
:::image-end:::

> [!VIDEO https://www.youtube-nocookie.com/embed/abc]

[!code-csharp[](code.cs?name=part&highlight=2)]
`;

const made = (async () => {
  const project = await write("learn", {
    "docfx.json": JSON.stringify({
      build: { content: ["**/*.md", "**/*.yml"], resource: ["**/*.svg"], basePath: "/g", monikerDefinition: "monikers.json" },
    }),
    "monikers.json": JSON.stringify({
      monikers: [
        { moniker_name: "v1", moniker_display_name: "Version 1", product_name: "tool", order: 1 },
        { moniker_name: "v2", moniker_display_name: "Version 2", product_name: "tool", order: 2 },
      ],
    }),
    "zone-pivot-groups.yml":
      "groups:\n- id: languages\n  title: Language\n  prompt: Choose a language\n  pivots:\n  - {id: csharp, title: C#}\n  - {id: python, title: Python}\n",
    "toc.yml": `- name: Tools\n  href: tools.md\n${entries}- name: Deep\n  items:\n  - name: Hidden below\n    displayName: zebra\n    href: other.md\n`,
    "tools.md": PAGE,
    "other.md": `# Other\n\n${Array.from({ length: 14 }, (_, at) => `## Part ${at}\n\nWords.\n`).join("\n")}`,
    "code.cs": "// <part>\nint one = 1;\nint two = 2;\n// </part>\n",
  });
  await mkdir(join(project, "media"), { recursive: true });
  await copyFile(join(repository, "content/en-US/media/logo.svg"), join(project, "media/sign.svg"));
  return open(await build(project, join(scratch, "learn-out")));
})();

/** Pictures for people who look at them: in the folder that `POLYDOC_PICTURES` names. */
const picture = async (page, name) => {
  const folder = process.env.POLYDOC_PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
};

/** The words of these that can be seen. */
const seen = (page, ...words) =>
  Promise.all(words.map((word) => page.getByText(word, { exact: true }).first().isVisible())).then((is) => words.filter((_, at) => is[at]));

test("tabs that depend on others follow them, by mouse and by keyboard", async () => {
  const page = await visit(await made);
  await page.at("/en-us/g/tools/");
  const words = ["Words for Windows.", "Words for Linux.", "PowerShell words.", "Bash words."];
  assert.deepEqual(await seen(page, ...words), ["Words for Windows.", "PowerShell words."]);
  await picture(page, "tabs");
  await page.getByRole("tab", { name: "Windows" }).focus();
  await page.keyboard.press("ArrowRight");
  assert.deepEqual(await seen(page, ...words), ["Words for Linux.", "Bash words."]);
  await page.getByRole("tab", { name: "Windows" }).click();
  assert.deepEqual(await seen(page, ...words), ["Words for Windows.", "PowerShell words."]);
  assert.deepEqual(page.faults(), []);
  await page.done();
});

test("versions and pivots are chosen above the text, and by the address", async () => {
  const page = await visit(await made);
  await page.at("/en-us/g/tools/?view=v1&pivots=python");
  const words = ["Only in the first.", "Only in the second.", "Written in C#.", "Written in Python."];
  assert.deepEqual(await seen(page, ...words), ["Only in the first.", "Written in Python."]);
  await page.getByRole("link", { name: "Version 2" }).click();
  await page.getByRole("link", { name: "C#" }).click();
  assert.deepEqual(await seen(page, ...words), ["Only in the second.", "Written in C#."]);
  const address = new URL(page.url()).searchParams;
  assert.deepEqual([address.get("view"), address.get("pivots")], ["v2", "csharp"]);
  await picture(page, "pickers");
  assert.equal(await page.getByText("Never for readers of the site.").count(), 0);
  assert.equal(await page.locator("[translate=no]", { hasText: "Kestrel" }).count(), 2);
  assert.equal((await page.locator(".marked").innerText()).trim(), "int two = 2;");
  assert.deepEqual(page.faults(), []);
  await page.done();
});

test("a picture opens large, and a video loads when it is clicked and not before", async () => {
  const page = await visit(await made);
  await page.at("/en-us/g/tools/");
  await page.locator("a.zoom").click();
  await page.locator("dialog[open] img").waitFor();
  await picture(page, "lightbox");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.equal(await page.locator("iframe").count(), 0);
  assert.deepEqual(page.faults(), []);
  await page.locator("figure.video a").click();
  await page.locator("iframe").waitFor();
  assert.match((await page.locator("iframe").getAttribute("src")) ?? "", /youtube-nocookie\.com\/embed\/abc/);
  await picture(page, "video");
  await page.done();
});

test("a long table of contents is looked into by titles and by other words", async () => {
  for (const [look, options] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
    const page = await visit(await made, options);
    await page.at("/en-us/g/tools/");
    if (look === "phone") await page.locator("button.menu").click();
    const field = page.locator("input.navigation-filter");
    await field.fill("zeb");
    const list = page.locator(".navigation ul");
    await list.getByText("Hidden below").waitFor();
    assert.deepEqual(await list.locator("li").allInnerTexts(), ["Deep", "Hidden below"]);
    await picture(page, `filter-${look}`);
    await field.fill("nothing of the kind");
    await page.getByText("No matches").waitFor();
    await field.fill("");
    await list.getByText("Entry 3").waitFor();
    assert.deepEqual(page.faults(), []);
    await page.done();
  }
});

test("without scripts everything is there to read", async () => {
  const page = await visit(await made, { ...DESKTOP, javaScriptEnabled: false });
  await page.at("/en-us/g/tools/");
  const words = ["Words for Windows.", "Words for Linux.", "PowerShell words.", "Bash words.", "Only in the first.", "Only in the second.", "Written in C#.", "Written in Python."];
  assert.deepEqual(await seen(page, ...words), words);
  assert.ok(await page.getByText("What the sign shows, in full.").isVisible());
  assert.ok(!(await page.locator("input.navigation-filter").isVisible()));
  await picture(page, "without-scripts");
  await page.done();
});
