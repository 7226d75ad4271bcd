import { paths } from "#src/paths.ts";
import type { PageShell } from "#views/shell.ts";
import { Button } from "#views/ui/button.tsx";
import { EnterButton } from "#views/ui/stepper.tsx";
import type { ContactProps } from "./contact.tsx";
import { CheckoutFrame, CheckoutPart } from "./frame.tsx";
import { Summary } from "./summary.tsx";
import { Ways } from "./ways.tsx";

export function DeliveryPage({ shell, ...props }: ContactProps & { readonly shell: PageShell }) {
  return (
    <CheckoutFrame shell={shell} {...frameOf(props)}>
      <DeliveryForm {...props} />
    </CheckoutFrame>
  );
}

export function DeliveryPart(props: ContactProps) {
  return (
    <CheckoutPart {...frameOf(props)}>
      <DeliveryForm {...props} />
    </CheckoutPart>
  );
}

const frameOf = ({ screen, errors }: ContactProps) => ({
  at: "delivery" as const,
  digital: screen.digital,
  errors,
  summary: <Summary screen={screen} />,
});

/** The choice of delivery by itself: reached when the address left none chosen, and from the steps. */
function DeliveryForm({ screen, errors }: ContactProps) {
  return (
    <form
      id="delivery"
      method="post"
      action={paths.checkoutDelivery}
      hx-post={paths.checkoutDelivery}
      hx-target="#checkout"
      hx-swap="outerMorph"
      hx-sync="#delivery:replace"
      novalidate
    >
      <EnterButton />
      <Ways screen={screen} error={errors["ship"]} />
      <p class="no-script">
        <button
          class="button quiet slim"
          name="op"
          value="update"
          formaction={paths.checkoutDelivery}
          hx-post={paths.checkoutDelivery}
          hx-target="#checkout"
          hx-swap="outerMorph"
          hx-sync="#delivery:replace"
          hx-trigger="click, change from:#delivery target:.way"
        >
          See what it comes to
        </button>
      </p>
      <p class="row gap-above">
        <Button wide>Continue to payment</Button>
      </p>
    </form>
  );
}
