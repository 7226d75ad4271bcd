/** Codes whose inside is no text: markup for a machine, an address, the words below a picture that does not come along. */
const whole = /\[(vc_raw_html|vc_raw_js|embed|video|audio|playlist|caption)\b[^\]]*\][^]*?\[\/\1\]/gi;
/** Words that a code shows by itself, as the heading over what it holds. */
const heading = /\[[a-z][\w-]*\s[^\]\n]*?\b(?:title|heading|text)=(["“”″])([^\]"“”″]{1,120})["“”″][^\]\n]*\]/gi;
/** With settings, as nobody writes in brackets otherwise: [gallery ids="1,2"]. */
const withSettings = /\[[a-z][\w-]*\s[^\]\n]*?[\w-]+=(?:["“”″'][^\]\n]*|[\w-]+\s*)\]/gi;
/** A name of two words is one of a plugin: [vc_row]. So is one by itself that a page builder is known by. */
const byName =
  /\[(?:[a-z][a-z\d]*(?:_[a-z\d]+)+|gallery|elementor|accordion|tabs?|row|column|products|wpforms)[^\]\n]*\]/gi;
const layout =
  /row|col|section|text|tab|accordion|toggle|heading|title|button|block|container|inner|gap|divid|separator/i;
const shown = /accordion|tab|toggle|head|title|section|faq|item/i;

/**
 * Without the codes by which builders and plugins of WordPress lay a page out: what stands between two of them is text,
 * and a tab's name is the heading over its own. "[Set of 2]" is none.
 */
export function withoutCodes(html: string): string {
  if (!html.includes("[")) return html;
  const closed = new Set([...html.matchAll(/\[\/([a-z][\w-]*)\]/gi)].map(([, name = ""]) => name.toLowerCase()));
  return html
    .replace(whole, "")
    .replace(heading, (code, _mark, words: string) => (shown.test(nameOf(code)) ? `\n<h3>${words}</h3>\n` : code))
    .replace(withSettings, space)
    .replace(byName, space)
    .replace(/\[\/?([a-z][\w-]*)\]/gi, (code, name: string) => (closed.has(name.toLowerCase()) ? space(code) : code));
}

/** What a code leaves: the end of a paragraph where it lays out, nothing within a sentence. */
const space = (code: string) => (layout.test(nameOf(code)) ? "\n\n" : "");

const nameOf = (code: string) => /^\[\/?([\w-]*)/.exec(code)?.[1] ?? "";
