/**
 * WooCommerce writes its column names in the language of the site. These are English, German, French, Spanish, Italian,
 * Dutch, Russian, Polish and Portuguese. A weight is told by its unit and "Attribute 1 name" by its words: see header.ts.
 */
export const wooColumns = {
  id: "ID",
  type: "Type | Typ | Tipo | Тип | Rodzaj",
  sku: "SKU | Artikelnummer | Artikelnummer (SKU) | UGS | COD | Артикул",
  barcode:
    "GTIN, UPC, EAN, or ISBN | GTIN | EAN | ISBN | GTIN13 / EAN | Meta: _global_unique_id | Meta: _ts_gtin | Meta: _alg_ean | GTIN, UPC, EAN oder ISBN | GTIN, UPC, EAN ou ISBN | GTIN, UPC, EAN o ISBN | GTIN, UPC, EAN of ISBN | GTIN, UPC, EAN или ISBN | GTIN, UPC, EAN lub ISBN",
  name: "Name | Nom | Nombre | Nome | Naam | Имя | Название | Nazwa",
  slug: "Slug",
  published:
    "Published | Status | Veröffentlicht | Publié | Publicado | Pubblicato | Gepubliceerd | Опубликован | Opublikowano",
  visibility:
    "Visibility in catalog | Visibility in catalogue | Catalog visibility | Catalogue visibility | Sichtbarkeit im Katalog | Katalogsichtbarkeit | Visibilité dans le catalogue | Visibilidad en el catálogo | Visibilità nel catalogo | Zichtbaarheid in catalogus | Видимость в каталоге | Widoczność w katalogu | Visibilidade no catálogo",
  shortDescription:
    "Short description | Kurzbeschreibung | Description courte | Descripción corta | Breve descrizione | Korte beschrijving | Korte omschrijving | Короткое описание | Краткое описание | Krótki opis | Descrição curta",
  description:
    "Description | Beschreibung | Descripción | Descrizione | Beschrijving | Omschrijving | Описание | Opis | Descrição",
  saleStarts:
    "Date sale price starts | Datum, an dem Angebotspreis beginnt | Datum, an dem der Angebotspreis beginnt | Angebotspreis gültig ab | Date de début de promo | Día en que empieza el precio rebajado | Data di partenza del prezzo in saldo | Startdatum actieprijs | Дата начала действия продажной цены | Data rozpoczęcia promocji | Data de preço promocional começa em",
  saleEnds:
    "Date sale price ends | Datum, an dem Angebotspreis endet | Datum, an dem der Angebotspreis endet | Angebotspreis gültig bis | Date de fin de promo | Día en que termina el precio rebajado | Termine data del prezzo di vendita | Data in cui termina l'offerta | Einddatum actieprijs | Дата окончания действия продажной цены | Data zakończenia promocji | Data de preço promocional termina em",
  taxStatus:
    "Tax status | Steuerstatus | État de la TVA | Statut fiscal | Estado del impuesto | Estado de impuestos | Stato delle imposte | Btw status | Статус налога | Status podatku | Status do imposto",
  taxClass:
    "Tax class | Steuerklasse | Classe de TVA | Classe TVA | Clase de impuesto | Clase de impuestos | Aliquota di imposta | Belastingklasse | Налоговый класс | Klasa podatkowa | Classe de imposto",
  inStock:
    "In stock? | Vorrätig? | Auf Lager? | En stock ? | ¿Existencias? | ¿En inventario? | ¿Hay existencias? | Op voorraad? | В наличии? | W magazynie? | Em estoque?",
  stock:
    "Stock | Stock quantity | Lager | Bestand | Lagerbestand | Inventario | Magazzino | Voorraad | Запасы | Stan magazynowy | Estoque",
  backorders:
    "Backorders allowed? | Lieferrückstände erlaubt? | Rückstände erlaubt? | Autoriser les commandes de produits en rupture ? | ¿Permitir reservas de productos agotados? | Abilita gli ordini arretrati? | Nabestellingen toestaan? | Задержанный заказ возможен? | Возможен ли предзаказ? | Pozwalać na zamówienia oczekujące (na dostawę do magazynu)? | São permitidas encomendas?",
  individually:
    "Sold individually? | Nur einzeln verkaufen? | Einzeln verkauft? | Vendre individuellement ? | ¿Vendido individualmente? | Venduto singolarmente? | Wordt individueel verkocht? | Продано индивидуально? | Sprzedawany pojedynczo? | Vendido individualmente?",
  /** What programs that read a shop from outside write, where they know no regular price. */
  price: "Price",
  salePrice:
    "Sale price | Angebotspreis | Tarif promo | Prix promo | Precio rebajado | Prezzo in offerta | Actieprijs | Цена распродажи | Cena promocyjna | Preço promocional",
  regularPrice:
    "Regular price | Regulärer Preis | Tarif régulier | Prix régulier | Precio normal | Normaler Preis | Precio regular | Prezzo di listino | Reguliere prijs | Базовая цена | Cena | Cena regularna | Preço | Preço normal",
  categories:
    "Categories | Kategorien | Catégories | Categorías | Categorie | Categorieën | Категории | Kategorie | Categorias",
  tags: "Tags | Schlagwörter | Étiquettes | Etiquetas | Etichette | Метки | Tagi | Tag",
  images:
    "Images | All images | Bilder | Imágenes | Immagine | Immagini | Afbeeldingen | Изображения | Obrazki | Imagens",
  parent:
    "Parent | Übergeordnetes Produkt | Eltern | Superior | Genitore | Hoofd | Родительский | Element nadrzędny | Ascendente",
  grouped:
    "Grouped products | Gruppierte Produkte | Groupes de produits | Produits groupés | Productos agrupados | Prodotti raggruppati | Gegroepeerde producten | Сгруппированные товары | Produkty grupowe | Produtos agrupados",
  upsells: 'Upsells | Zusatzverkäufe | Produits suggérés | Ventas dirigidas | Up-sell | Апсейл | Produkty "up-sell"',
  crossSells:
    'Cross-sells | Cross-Sells (Querverkäufe) | Ventes croisées | Ventas cruzadas | Cross-sell | Кросселы | Produkty "Cross-sell"',
  externalUrl:
    "External URL | Externe URL | URL externe | URL externa | URL esterna | Внешний URL | Zewnętrzny adres URL",
  button:
    "Button text | Button-Text | Libellé du bouton | Texto del botón | Testo del pulsante | Knop tekst | Текст кнопки | Tekst przycisku | Texto do botão",
  seoTitle: "Meta: _yoast_wpseo_title | Meta: rank_math_title | Meta: _aioseo_title | Meta: _aioseop_title",
  seoDescription:
    "Meta: _yoast_wpseo_metadesc | Meta: rank_math_description | Meta: _aioseo_description | Meta: _aioseop_description",
  brands: "Brands | Marken | Marques | Marcas | Marche | Merken | Бренды | Marki | Brand | Marca | Marke",
} as const;
