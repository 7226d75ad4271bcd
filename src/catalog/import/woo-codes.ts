/** Codes whose inside is no text: markup for a machine, an address, the words below a picture that does not come along. */
const whole = /\[(vc_raw_html|vc_raw_js|embed|video|audio|playlist|caption)\b[^[\]]*\]/gi;
/** Anything in brackets that begins like a code. Each of these patterns looks at a letter a few times at most. */
const anyCode = /\[\/?[a-z][^[\]\n]*\]/gi;
/** Words that a code shows by itself, as the heading over what it holds. */
const heading = /\b(?:title|heading|text)=["“”″]([^"“”″]{1,120})["“”″]/i;
/** As nobody writes in brackets otherwise: [gallery ids="1,2"]. */
const settings = /\s[\w-]+=["“”″'\w]/;
/** A name of two words is one of a plugin: [vc_row]. So is one by itself that a page builder is known by. */
const pluginName = /^(?:[a-z][a-z\d]*(?:_[a-z\d]+)+|gallery|elementor|accordion|tabs?|row|column|products|wpforms)$/i;

const shown = /accordion|tab|toggle|head|title|section|faq|item/i;
const layout =
  /row|col|section|text|tab|accordion|toggle|heading|title|button|block|container|inner|gap|divid|separator/i;

/**
 * Without the codes by which builders and plugins of WordPress lay a page out: what stands between two of them is text,
 * and a tab's name is the heading over its own. "[Set of 2]" is none.
 */
export function withoutCodes(html: string): string {
  if (!html.includes("[")) return html;
  const closed = new Set([...html.matchAll(/\[\/([a-z][\w-]*)\]/gi)].map(([, name = ""]) => name.toLowerCase()));
  return withoutWhole(html).replace(anyCode, (code) => {
    const name = /^\[\/?([\w-]*)/.exec(code)?.[1] ?? "";
    const isSet = settings.test(code);
    const isBare = code.length === name.length + 2 || code.startsWith("[/");
    if (!isSet && !pluginName.test(name) && !(isBare && closed.has(name.toLowerCase()))) return code;
    const words = isSet && shown.test(name) ? heading.exec(code)?.[1] : undefined;
    if (words !== undefined) return `\n<h3>${words}</h3>\n`;
    return layout.test(name) ? "\n\n" : ""; // the end of a paragraph where it lays out, nothing within a sentence
  });
}

function withoutWhole(html: string): string {
  const small = html.toLowerCase();
  const parts: string[] = [];
  const endless = new Set<string>();
  let from = 0;
  for (const { 0: code, 1: name = "", index } of html.matchAll(whole)) {
    const end = `[/${name.toLowerCase()}]`;
    if (index < from || endless.has(end)) continue;
    const to = small.indexOf(end, index + code.length);
    if (to < 0) {
      endless.add(end);
      continue;
    }
    parts.push(html.slice(from, index));
    from = to + end.length;
  }
  return parts.join("") + html.slice(from);
}
