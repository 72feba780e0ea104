// Pictures in full size, and videos: what a click on them asks for, and nothing before it.

/** @param {HTMLAnchorElement} link */
export function show(link) {
  if (link.dataset.embed) play(link);
  else enlarge(link);
}

/**
 * Puts the player in the place of its link.
 * @param {HTMLAnchorElement} link
 */
function play(link) {
  const frame = document.createElement("iframe");
  frame.src = link.dataset.embed ?? "";
  frame.title = link.textContent ?? "";
  frame.allow = "autoplay; fullscreen; picture-in-picture; encrypted-media";
  frame.allowFullscreen = true;
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  link.parentElement?.classList.add("playing");
  link.replaceWith(frame);
  frame.focus();
}

/**
 * Lays the picture over the page until it is clicked, or Escape pressed.
 * @param {HTMLAnchorElement} link
 */
function enlarge(link) {
  const dialog = document.createElement("dialog");
  const button = document.createElement("button");
  const image = document.createElement("img");
  image.src = link.href;
  image.alt = link.querySelector("img")?.alt ?? "";
  button.type = "button";
  button.append(image);
  dialog.className = "zoom-view";
  dialog.setAttribute("aria-label", image.alt);
  dialog.append(button);
  button.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
