import type { Change } from "#src/checkout/shown.ts";
import { Icon } from "#views/ui/icon.tsx";

type Props = { readonly message: string; readonly changes: readonly Change[] };

/** What is different from what was seen: nothing was ordered, and the new sum is there to be confirmed. */
export function Changes({ message, changes }: Props) {
  return (
    <div class="notice" role="alert" id="changes" tabindex="-1" autofocus>
      <Icon name="info" />
      <div class="stack">
        <p safe>{message}</p>
        {changes.length === 0 ? null : (
          <table class="changes">
            <caption class="visually-hidden">What has changed</caption>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">Was</th>
                <th scope="col">Is now</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ what, was, now }) => (
                <tr>
                  <th scope="row" safe>
                    {what}
                  </th>
                  <td safe>{was}</td>
                  <td safe>{now}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </div>
  );
}
