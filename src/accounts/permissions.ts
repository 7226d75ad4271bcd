/** Every act at the desk that somebody may be kept from. What ends in ".see" only looks; "desk.enter" is one's own: the way in, one's own password. */
export const permissions = [
  "desk.enter",
  "orders.see",
  "orders.pay",
  "orders.ship",
  "orders.cancel",
  "orders.edit",
  "orders.refund",
  "orders.export",
  "customers.see",
  "customers.edit",
  "customers.export",
  "customers.erase",
  "products.see",
  "products.edit",
  "products.price",
  "products.import",
  "stock.see",
  "stock.edit",
  "promotions.see",
  "promotions.edit",
  "content.see",
  "content.edit",
  "reviews.see",
  "reviews.edit",
  "mail.see",
  "mail.read",
  "mail.secrets",
  "mail.send",
  "figures.see",
  "settings.see",
  "settings.edit",
  "staff.see",
  "staff.edit",
  "audit.see",
  "audit.export",
] as const;

export type Permission = (typeof permissions)[number];
/** Whether somebody may do an act. */
export type May = (permission: Permission) => boolean;

export const roles = ["owner", "manager", "packer", "content", "reader"] as const;
export type Role = (typeof roles)[number];

export const roleNames: Readonly<Record<Role, string>> = {
  owner: "Owner",
  manager: "Manager",
  packer: "Packer",
  content: "Content",
  reader: "Read only",
};

export const roleWords: Readonly<Record<Role, string>> = {
  owner: "everything, and who else may come in",
  manager: "everything but who may come in and the settings of the shop",
  packer: "orders to pack and send, and the stock",
  content: "texts, pictures, pages and reviews; no orders, no prices",
  reader: "look at everything but the audit log, change nothing",
};

const looks = permissions.filter((each) => each.endsWith(".see") || each === "desk.enter");
// Letters with a link that lets somebody in, or sets a password, are for owners: who reads one can use it. So is what
// nobody can undo.
const ownersOnly: readonly Permission[] = ["staff.edit", "settings.edit", "mail.secrets", "customers.erase"];

const allowed: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  owner: new Set(permissions),
  manager: new Set(permissions.filter((each) => !ownersOnly.includes(each))),
  packer: new Set<Permission>(["desk.enter", "orders.see", "orders.ship", "products.see", "stock.see", "stock.edit"]),
  content: new Set<Permission>([
    "desk.enter",
    "products.see",
    "products.edit",
    "content.see",
    "content.edit",
    "reviews.see",
    "reviews.edit",
  ]),
  reader: new Set(looks.filter((each) => each !== "audit.see")),
};

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);

/** What a role may do; a role that is not known may do nothing. */
export const mayOf =
  (role: string): May =>
  (permission) =>
    isRole(role) && allowed[role].has(permission);
