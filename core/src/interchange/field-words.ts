/** What fields of questions are called for people. */
const WORDS: Readonly<Record<string, string>> = {
  key: 'klucz', type: 'rodzaj pytania', text: 'treść', help: 'objaśnienie', easyText: 'tekst łatwy do czytania',
  required: 'obowiązkowość', requiredIf: 'warunek obowiązkowości', visibleIf: 'warunek pokazania',
  constraint: 'reguły poprawności', translations: 'część tłumaczeń', crosswalk: 'przejście ze starszego pytania',
  core: 'oznaczenie pytania wspólnego', sensitivity: 'oznaczenie danych wrażliwych',
  lpdiSections: 'powiązanie z częściami planu', diAreas: 'obszary wsparcia', options: 'odpowiedzi', list: 'wspólna lista odpowiedzi',
  only: 'wybór odpowiedzi z listy', optionFilter: 'filtr odpowiedzi', minChoices: 'najmniejsza liczba odpowiedzi',
  maxChoices: 'największa liczba odpowiedzi', rows: 'wiersze', rowsList: 'lista wierszy', onlyRows: 'wybór wierszy z listy',
  rowVisibleIf: 'warunek wierszy', top: 'liczba miejsc w rankingu', minLabel: 'podpis początku skali', maxLabel: 'podpis końca skali',
  min: 'najmniejsza wartość', max: 'największa wartość', unit: 'jednostka', decimals: 'miejsca po przecinku',
  maxLength: 'długość tekstu', itemName: 'nazwa pozycji', minItems: 'najmniejsza liczba pozycji',
  maxItems: 'największa liczba pozycji', questions: 'pytania', expression: 'obliczenie', title: 'tytuł', description: 'opis',
} // prettier-ignore

/** „obszary wsparcia, jednostka”. */
export const fieldWords = (fields: readonly string[]): string =>
  fields.map((field) => WORDS[field] ?? field).join(', ')

const LONGEST = 70

/** The beginning of a question's text, to name it by. */
export function headline(text: string): string {
  const [line = ''] = text.split('\n')
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).trimEnd()}…`
}
