// Written by `bun scripts/generate.ts` from src/catalog/import/preview/open.ts: how the shop reads product files.
function markedEncoding(start) {
  if (start[0] === 255 && start[1] === 254)
    return "utf-16le";
  if (start[0] === 254 && start[1] === 255)
    return "utf-16be";
  if (start.length > 8 && [1, 3, 5, 7].every((at) => start[at] === 0))
    return "utf-16le";
  if (start.length > 8 && [0, 2, 4, 6].every((at) => start[at] === 0))
    return "utf-16be";
  return;
}

var delimiters = [",", ";", "\t", "|"], headerLimit = 1048576;
function dialectIn(start) {
  let note = /^sep=(.)\r?\n/i.exec(start), delimiter = note?.[1] ?? mostUsed(firstRecord(start));
  return { delimiter, decimal: delimiter === ";" ? "," : ".", noted: note !== null };
}
function firstRecord(text) {
  let outside = text.slice(0, headerLimit).replace(/"(?:[^"]|"")*"/g, "");
  return /^[^\r\n]*/.exec(outside)?.[0] ?? "";
}
function mostUsed(header) {
  return delimiters.map((mark) => ({ mark, count: header.split(mark).length })).reduce((best, next) => next.count > best.count ? next : best).mark;
}

var ownColumns = {
  row: "Row",
  handle: "Handle",
  title: "Title",
  subtitle: "Subtitle",
  description: "Description",
  status: "Status",
  vendor: "Vendor",
  type: "Type",
  tags: "Tags",
  attributes: "Attributes",
  taxClass: "Tax class",
  digital: "Digital",
  leadTime: "Lead time",
  swatches: "Swatches",
  seoTitle: "SEO title",
  seoDescription: "SEO description",
  created: "Created",
  collections: "Collections",
  places: "Places",
  related: "Related",
  oldAddresses: "Old addresses",
  option1Name: "Option 1 name",
  option1Value: "Option 1 value",
  option2Name: "Option 2 name",
  option2Value: "Option 2 value",
  option3Name: "Option 3 name",
  option3Value: "Option 3 value",
  sku: "SKU",
  barcode: "Barcode",
  price: "Price",
  compareAt: "Compare-at price",
  weight: "Grams",
  stock: "Stock",
  tracked: "Tracked",
  backorder: "Backorder",
  most: "Most per order",
  picture: "Picture",
  pictureAlt: "Picture text",
  parent: "Parent",
  rule: "Rule",
  listed: "In menu",
  place: "Place"
};

var shopifyColumns = {
  handle: "Handle | URL handle",
  title: "Title",
  description: "Body (HTML) | Description | Body HTML | Body",
  vendor: "Vendor",
  category: "Product Category | Category | Standardized Product Type | Standard Product Type",
  type: "Type | Custom Product Type | Product Type",
  tags: "Tags",
  published: "Published | Published on online store",
  status: "Status",
  collection: "Collection",
  collections: "Collections | Custom Collections",
  option1Name: "Option1 Name",
  option1Value: "Option1 Value",
  option1Linked: "Option1 Linked To",
  option2Name: "Option2 Name",
  option2Value: "Option2 Value",
  option2Linked: "Option2 Linked To",
  option3Name: "Option3 Name",
  option3Value: "Option3 Value",
  option3Linked: "Option3 Linked To",
  sku: "Variant SKU | SKU",
  barcode: "Variant Barcode | Variant Barcodes | Barcode | Barcodes",
  price: "Variant Price | Price",
  compareAt: "Variant Compare At Price | Compare-at price",
  weight: "Variant Grams | Weight value (grams)",
  weightIn: "Variant Weight",
  weightUnit: "Variant Weight Unit",
  tracker: "Variant Inventory Tracker | Inventory tracker",
  stock: "Variant Inventory Qty | Inventory quantity",
  policy: "Variant Inventory Policy | Continue selling when out of stock",
  shipped: "Variant Requires Shipping | Requires shipping",
  taxed: "Variant Taxable | Charge tax",
  picture: "Image Src | Product image URL",
  pictureOrder: "Image Position",
  pictureAlt: "Image Alt Text",
  variantPicture: "Variant Image | Variant image URL",
  giftCard: "Gift Card",
  seoTitle: "SEO Title | Metafield: title_tag [string]",
  seoDescription: "SEO Description | Metafield: description_tag [string]",
  command: "Command"
};

var wooColumns = {
  id: "ID",
  type: "Type | Typ | Tipo | Тип | Rodzaj",
  sku: "SKU | Artikelnummer | Artikelnummer (SKU) | UGS | COD | Артикул",
  barcode: "GTIN, UPC, EAN, or ISBN | GTIN | EAN | ISBN | GTIN13 / EAN | Meta: _global_unique_id | Meta: _ts_gtin | Meta: _alg_ean | GTIN, UPC, EAN oder ISBN | GTIN, UPC, EAN ou ISBN | GTIN, UPC, EAN o ISBN | GTIN, UPC, EAN of ISBN | GTIN, UPC, EAN или ISBN | GTIN, UPC, EAN lub ISBN",
  name: "Name | Nom | Nombre | Nome | Naam | Имя | Название | Nazwa",
  slug: "Slug",
  published: "Published | Status | Veröffentlicht | Publié | Publicado | Pubblicato | Gepubliceerd | Опубликован | Opublikowano",
  visibility: "Visibility in catalog | Visibility in catalogue | Catalog visibility | Catalogue visibility | Sichtbarkeit im Katalog | Katalogsichtbarkeit | Visibilité dans le catalogue | Visibilidad en el catálogo | Visibilità nel catalogo | Zichtbaarheid in catalogus | Видимость в каталоге | Widoczność w katalogu | Visibilidade no catálogo",
  shortDescription: "Short description | Kurzbeschreibung | Description courte | Descripción corta | Breve descrizione | Korte beschrijving | Korte omschrijving | Короткое описание | Краткое описание | Krótki opis | Descrição curta",
  description: "Description | Beschreibung | Descripción | Descrizione | Beschrijving | Omschrijving | Описание | Opis | Descrição",
  saleStarts: "Date sale price starts | Datum, an dem Angebotspreis beginnt | Datum, an dem der Angebotspreis beginnt | Angebotspreis gültig ab | Date de début de promo | Día en que empieza el precio rebajado | Data di partenza del prezzo in saldo | Startdatum actieprijs | Дата начала действия продажной цены | Data rozpoczęcia promocji | Data de preço promocional começa em",
  saleEnds: "Date sale price ends | Datum, an dem Angebotspreis endet | Datum, an dem der Angebotspreis endet | Angebotspreis gültig bis | Date de fin de promo | Día en que termina el precio rebajado | Termine data del prezzo di vendita | Data in cui termina l'offerta | Einddatum actieprijs | Дата окончания действия продажной цены | Data zakończenia promocji | Data de preço promocional termina em",
  taxStatus: "Tax status | Steuerstatus | État de la TVA | Statut fiscal | Estado del impuesto | Estado de impuestos | Stato delle imposte | Btw status | Статус налога | Status podatku | Status do imposto",
  taxClass: "Tax class | Steuerklasse | Classe de TVA | Classe TVA | Clase de impuesto | Clase de impuestos | Aliquota di imposta | Belastingklasse | Налоговый класс | Klasa podatkowa | Classe de imposto",
  inStock: "In stock? | Vorrätig? | Auf Lager? | En stock ? | ¿Existencias? | ¿En inventario? | ¿Hay existencias? | Op voorraad? | В наличии? | W magazynie? | Em estoque?",
  stock: "Stock | Stock quantity | Lager | Bestand | Lagerbestand | Inventario | Magazzino | Voorraad | Запасы | Stan magazynowy | Estoque",
  backorders: "Backorders allowed? | Lieferrückstände erlaubt? | Rückstände erlaubt? | Autoriser les commandes de produits en rupture ? | ¿Permitir reservas de productos agotados? | Abilita gli ordini arretrati? | Nabestellingen toestaan? | Задержанный заказ возможен? | Возможен ли предзаказ? | Pozwalać na zamówienia oczekujące (na dostawę do magazynu)? | São permitidas encomendas?",
  individually: "Sold individually? | Nur einzeln verkaufen? | Einzeln verkauft? | Vendre individuellement ? | ¿Vendido individualmente? | Venduto singolarmente? | Wordt individueel verkocht? | Продано индивидуально? | Sprzedawany pojedynczo? | Vendido individualmente?",
  price: "Price",
  salePrice: "Sale price | Angebotspreis | Tarif promo | Prix promo | Precio rebajado | Prezzo in offerta | Actieprijs | Цена распродажи | Cena promocyjna | Preço promocional",
  regularPrice: "Regular price | Regulärer Preis | Tarif régulier | Prix régulier | Precio normal | Normaler Preis | Precio regular | Prezzo di listino | Reguliere prijs | Базовая цена | Cena | Cena regularna | Preço | Preço normal",
  categories: "Categories | Kategorien | Catégories | Categorías | Categorie | Categorieën | Категории | Kategorie | Categorias",
  tags: "Tags | Schlagwörter | Étiquettes | Etiquetas | Etichette | Метки | Tagi | Tag",
  images: "Images | All images | Bilder | Imágenes | Immagine | Immagini | Afbeeldingen | Изображения | Obrazki | Imagens",
  parent: "Parent | Übergeordnetes Produkt | Eltern | Superior | Genitore | Hoofd | Родительский | Element nadrzędny | Ascendente",
  grouped: "Grouped products | Gruppierte Produkte | Groupes de produits | Produits groupés | Productos agrupados | Prodotti raggruppati | Gegroepeerde producten | Сгруппированные товары | Produkty grupowe | Produtos agrupados",
  upsells: 'Upsells | Zusatzverkäufe | Produits suggérés | Ventas dirigidas | Up-sell | Апсейл | Produkty "up-sell"',
  crossSells: 'Cross-sells | Cross-Sells (Querverkäufe) | Ventes croisées | Ventas cruzadas | Cross-sell | Кросселы | Produkty "Cross-sell"',
  externalUrl: "External URL | Externe URL | URL externe | URL externa | URL esterna | Внешний URL | Zewnętrzny adres URL",
  button: "Button text | Button-Text | Libellé du bouton | Texto del botón | Testo del pulsante | Knop tekst | Текст кнопки | Tekst przycisku | Texto do botão",
  seoTitle: "Meta: _yoast_wpseo_title | Meta: rank_math_title | Meta: _aioseo_title | Meta: _aioseop_title",
  seoDescription: "Meta: _yoast_wpseo_metadesc | Meta: rank_math_description | Meta: _aioseo_description | Meta: _aioseop_description",
  brands: "Brands | Marken | Marques | Marcas | Marche | Merken | Бренды | Marki | Brand | Marca | Marke"
};

var weightPlace = (labels) => labels.findIndex((label) => /\((kg|g|lbs|oz)\)$/i.test(label));
function orderedWooFields(labels) {
  let weight = weightPlace(labels), missing = 19 - weight;
  if (labels[0]?.toUpperCase() !== "ID" || ![0, 1, 2].includes(missing) || labels.length < weight + 21)
    return;
  let names = [..."id type sku barcode? name published - visibility shortDescription description saleStarts saleEnds taxStatus taxClass inStock stock low? backorders individually".split(" ").filter((name) => !(name === "barcode?" && missing > 0) && !(name === "low?" && missing > 1)), ..."- - - - - - salePrice regularPrice categories tags - images - - parent grouped upsells crossSells externalUrl button -".split(" ")], next = labels[names.length] ?? "", brands = next === "" || /\d|:/.test(next) ? [] : ["brands"];
  return [...names, ...brands].map((name) => name === "-" || name === "low?" ? void 0 : name.replace("?", ""));
}

var tables = { shopify: shopifyColumns, woocommerce: wooColumns, pushcart: ownColumns }, needed = {
  pushcart: [["row"], ["handle"]],
  shopify: [["handle"], ["title", "price"]],
  woocommerce: [
    ["name", "sku", "id"],
    ["type", "regularPrice"],
    ["name", "regularPrice"]
  ]
};
function plain(name) {
  return name.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
function readHeader(cells, wanted) {
  let labels = cells.map((cell) => cell.replace(/\s+/g, " ").trim()), forms = wanted ? [wanted] : ["pushcart", "shopify", "woocommerce"];
  return forms.map((form) => headerOf(form, labels)).find(isBelieved) ?? (forms.includes("woocommerce") ? wooByOrder(labels) : void 0);
}
function headerOf(form, labels) {
  let names = /* @__PURE__ */ new Map;
  for (let [field, list] of Object.entries(tables[form]))
    for (let name of list.split(" | "))
      if (!names.has(plain(name)))
        names.set(plain(name), field);
  let places = /* @__PURE__ */ new Map;
  for (let [place, label] of labels.entries()) {
    let field = names.get(plain(label));
    if (field)
      places.set(field, [...places.get(field) ?? [], place]);
  }
  return { form, labels, places };
}
function wooByOrder(labels) {
  let fields = orderedWooFields(labels);
  if (!fields)
    return;
  let places = fields.flatMap((field, place) => field ? [[field, [place]]] : []);
  return { form: "woocommerce", labels, places: new Map(places) };
}
function isBelieved({ form, labels, places }) {
  if (form === "pushcart" && !labels.some((label) => /^row$/i.test(label)))
    return !1;
  return needed[form].every((group) => group.some((field) => places.has(field)));
}

function rowsIn(text, delimiter) {
  let rows = [], cells = [], at = 0;
  function endOf(from) {
    let place = from;
    for (;place < text.length; place += 1) {
      let letter = text[place];
      if (letter === delimiter || letter === `
` || letter === "\r")
        break;
    }
    return place;
  }
  function quoted() {
    let value = "";
    for (let from = at + 1;; ) {
      let close = text.indexOf('"', from);
      if (close < 0)
        return at = text.length, value + text.slice(from);
      let next = text[close + 1];
      if (next === '"') {
        value += text.slice(from, close + 1), from = close + 2;
        continue;
      }
      value += text.slice(from, close);
      let isClosed = next === void 0 || next === delimiter || next === `
` || next === "\r" || next === "\x00";
      return at = endOf(close + 1), `${isClosed ? value : `"${value}"`}${text.slice(close + 1, at)}`;
    }
  }
  while (at < text.length) {
    if (text[at] === '"')
      cells.push(quoted());
    else {
      let end = endOf(at);
      cells.push(text.slice(at, end)), at = end;
    }
    let mark = text[at];
    if (at += mark === "\r" && text[at + 1] === `
` ? 2 : 1, mark === delimiter && at < text.length)
      continue;
    if (mark === delimiter)
      cells.push("");
    rows.push(cells), cells = [];
  }
  return rows;
}

function openTable(bytes, { currency, from, encoding: given }) {
  let encoding = markedEncoding(bytes) ?? given ?? "utf-8", start = new TextDecoder(encoding).decode(bytes).trimStart();
  if (start === "")
    return { refused: "The file holds nothing." };
  let { delimiter, decimal, noted } = dialectIn(start), first = rowsIn(start, delimiter).slice(noted ? 1 : 0).find((cells) => cells.some((cell) => cell.trim() !== "")) ?? [], header = readHeader(first, from);
  if (!header)
    return { refused: `This is no product file of Shopify, WooCommerce or Pushcart: its header reads "${first.map((cell) => cell.trim()).slice(0, 12).join(", ").slice(0, 300)}".` };
  let writing = {
    delimiter: delimiter.charCodeAt(0),
    unit: encoding.startsWith("utf-16") ? 2 : 1,
    low: encoding === "utf-16be" ? 1 : 0
  };
  return { header, currency, decimal, now: /* @__PURE__ */ new Date(0), encoding, delimiter, writing, noted };
}

class OtherEncoding extends Error {
}
function textOf(bytes, { encoding }, isFirst) {
  try {
    return new TextDecoder(encoding, { fatal: encoding === "utf-8", ignoreBOM: !isFirst }).decode(bytes);
  } catch {
    throw new OtherEncoding(encoding);
  }
}
var labelOf = ({ header }) => (field) => header.labels[header.places.get(field)?.[0] ?? -1] ?? field;
export {
  OtherEncoding,
  labelOf,
  openTable,
  textOf
};
