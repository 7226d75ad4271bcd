// What the browser's journeys hand to a page is typed as code of a page.
/// <reference lib="dom" />
