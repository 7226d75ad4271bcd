import { paths } from "#src/paths.ts";
import type { PageShell } from "#views/shell.ts";

const places = [
  { title: "Orders", href: paths.account, feature: "" },
  { title: "Addresses", href: paths.accountAddresses, feature: "" },
  { title: "News", href: paths.news, feature: "" },
  { title: "Details", href: paths.accountSecurity, feature: "" },
  { title: "Liked", href: paths.likes, feature: "likes" },
  { title: "Newsletter", href: paths.newsletter, feature: "newsletter" },
  { title: "Your data", href: paths.accountData, feature: "" },
] as const;

type Props = {
  readonly shell: PageShell;
  readonly here: string;
  /** On a page that belongs to that one, to which it leads back. */
  readonly isWithin?: boolean | undefined;
};

/** The rooms of an account, on each of its pages. What the shop does without is left out. */
export function AccountNav({ shell, here, isWithin = false }: Props) {
  return (
    <nav class="page-head" aria-label="Your account">
      <div class="row small">
        {places
          .filter(({ feature }) => !shell.off?.includes(feature))
          .map(({ title, href }) => {
            if (href !== here) return <a href={href}>{title}</a>;
            if (!isWithin) return <b aria-current="page">{title}</b>;
            return (
              <a href={href} aria-current="true">
                <b>{title}</b>
              </a>
            );
          })}
      </div>
    </nav>
  );
}
