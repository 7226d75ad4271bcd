import { paths } from "#src/paths.ts";
import type { PageShell } from "#views/shell.ts";

const places = [
  { title: "Orders", href: paths.account, feature: "" },
  { title: "Addresses", href: paths.accountAddresses, feature: "" },
  { title: "News", href: paths.news, feature: "" },
  { title: "Signing in and devices", href: paths.accountSecurity, feature: "" },
  { title: "Liked", href: paths.likes, feature: "likes" },
  { title: "Newsletter", href: paths.newsletter, feature: "newsletter" },
  { title: "Your data", href: paths.accountData, feature: "" },
] as const;

/** The rooms of an account, on each of its pages. What the shop does without is left out. */
export function AccountNav({ shell, here }: { readonly shell: PageShell; readonly here: string }) {
  return (
    <nav class="page-head" aria-label="Your account">
      <div class="row small">
        {places
          .filter(({ feature }) => !shell.off?.includes(feature))
          .map(({ title, href }) => (href === here ? <b aria-current="page">{title}</b> : <a href={href}>{title}</a>))}
      </div>
    </nav>
  );
}
