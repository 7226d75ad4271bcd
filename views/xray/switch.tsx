import { link, paths } from "#src/paths.ts";

type Switch = {
  readonly on: boolean;
  /** What stands on it where the place says no more. */
  readonly words?: { readonly on: string; readonly off: string };
};

const usual = { on: "X-ray: switch it off", off: "X-ray: see inside" };

/** Switches on or off that pages show how they are made. A form: it needs no script. */
export function XraySwitch({ on, words = usual }: Switch) {
  return (
    <form method="post" action={paths.xray}>
      <button class="link-button" name="xray" value={on ? "off" : "on"} safe>
        {on ? words.on : words.off}
      </button>
    </form>
  );
}

/** What shows it, beside the page's own. */
export function XrayFiles({ assets }: { readonly assets: string }) {
  const version = assets === "" ? "" : `?v=${assets}`;
  return (
    <>
      <link rel="stylesheet" href={link(paths.asset, { name: "xray.css" }) + version} />
      <script src={link(paths.asset, { name: "xray.js" }) + version} data-address={paths.xray} type="module"></script>
    </>
  );
}
