import type { Children } from "@kitajs/html";
import { link, paths } from "#src/paths.ts";
import { Mark } from "#views/ui/mark.tsx";

type DoorProps = { readonly title: string; readonly shopName: string; readonly children?: Children };

/** A page before the desk: no rail, nothing but the form. */
export function Door({ title, shopName, children }: DoorProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title safe>{`${title}: ${shopName}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href={paths.favicon} type="image/svg+xml" />
        <link rel="stylesheet" href={link(paths.asset, { name: "app.css" })} />
      </head>
      <body>
        <main id="main" tabindex="-1">
          <div class="wrap narrow page">
            <p class="wordmark">
              <Mark />
              <span safe>{shopName}</span>
            </p>
            {children as "safe"}
          </div>
        </main>
      </body>
    </html>
  );
}
