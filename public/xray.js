// The X-ray in the page: what was asked, and what may change.

document.documentElement.dataset.xray = "";
