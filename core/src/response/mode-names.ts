import type { CollectionMode } from './model.ts'

/** Polish, short: how the answer came („z ankieterem”). */
export const MODE_NAMES: Readonly<Record<CollectionMode, string>> = {
  CAWI: 'przez internet',
  KIOSK: 'na wspólnym tablecie',
  CAPI: 'z ankieterem',
  PAPI: 'na papierze',
  CATI: 'przez telefon',
  INSTITUTION: 'formularz instytucji',
  IMPORT: 'z pliku',
}
