// Before anything is drawn: the choice between light and dark that the reader made (`site.js` keeps it).
try {
  const scheme = localStorage.getItem("polydoc-scheme");
  if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;
} catch {}
