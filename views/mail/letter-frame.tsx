import type { LetterShop } from "#src/mail/order-facts.ts";
import type { Children } from "@kitajs/html";

// Letters are read in programs that know no style sheets, so every element says how it looks.

export const styles = {
  page: "margin:0;padding:0;background:#fbf7f0;color:#1f1a17",
  text: "font:16px/1.5 -apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;color:#1f1a17",
  soft: "font:14px/1.5 -apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;color:#5a5049",
  heading: "margin:0;font:400 28px/1.2 'Young Serif',Georgia,serif;color:#1f1a17",
  second: "margin:0;font:400 20px/1.3 'Young Serif',Georgia,serif;color:#1f1a17",
  button:
    "display:inline-block;padding:12px 24px;background:#8c2f39;color:#ffffff;border-radius:2px;text-decoration:none;font-weight:600",
  link: "color:#8c2f39",
  amount: "text-align:right;white-space:nowrap;font-variant-numeric:lining-nums tabular-nums",
} as const;

const stripes = Array.from({ length: 16 }, (_, at) => (at % 2 === 0 ? "#8c2f39" : "#f8ead0"));

type Props = {
  readonly shop: LetterShop;
  readonly title: string;
  /** What mail programs show beside the subject. */
  readonly preview: string;
  readonly children: Children;
};

/** The sheet that every letter is written on: the awning, the shop's name, and who wrote it at the foot. */
export function LetterFrame({ shop, title, preview, children }: Props) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title safe>{title}</title>
      </head>
      <body style={styles.page}>
        <div style="display:none;max-height:0;overflow:hidden" safe>
          {preview}
        </div>
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#fbf7f0">
          <tr>
            <td align="center" style="padding:0 12px 32px">
              <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px">
                <tr>
                  <td style="padding:20px 0 12px">
                    <a
                      href={shop.url}
                      style="font:400 22px/1.2 'Young Serif',Georgia,serif;color:#1f1a17;text-decoration:none"
                      safe
                    >
                      {shop.name}
                    </a>
                  </td>
                </tr>
                <tr>
                  <td>
                    <Awning />
                  </td>
                </tr>
                <tr>
                  <td style={`background:#ffffff;padding:28px 24px;${styles.text}`}>{children as "safe"}</td>
                </tr>
                <tr>
                  <td style={`padding:20px 0;${styles.soft}`}>
                    <Foot shop={shop} />
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>
  );
}

/** Cloth over the stall: cells, because letters know no masks. */
function Awning() {
  return (
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" aria-hidden="true">
      <tr>
        {stripes.map((color) => (
          <td style={`height:18px;background:${color};border-radius:0 0 12px 12px;font-size:0;line-height:0`}>
            &nbsp;
          </td>
        ))}
      </tr>
    </table>
  );
}

function Foot({ shop }: { readonly shop: LetterShop }) {
  const lines = [shop.name, shop.place, shop.phone].filter((line) => line !== "");
  return (
    <>
      <span safe>{lines.join(" · ")}</span>
      {shop.email === "" ? null : (
        <>
          <br />
          Questions? Answer this letter, or write to{" "}
          <a href={`mailto:${shop.email}`} style={styles.link} safe>
            {shop.email}
          </a>
          .
        </>
      )}
    </>
  );
}
