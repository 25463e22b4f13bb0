/** What only a page without scripts says. */
export interface PlainTexts {
  readonly storage: string
  readonly unreadable: string
  readonly moreAsked: string
  readonly notSent: string
  readonly busy: string
  readonly wiped: string
  readonly rank: (top: number) => string
  readonly atMost: (max: number) => string
}

const polish: PlainTexts = {
  storage:
    'Ta strona działa bez JavaScript. Odpowiedzi z każdej strony przechodzą przez serwer tylko po to, aby pokazać następną. Serwer zapisuje je dopiero po wysłaniu całej ankiety. Zamknięcie karty usuwa odpowiedzi. Strona nie używa plików cookie.',
  unreadable:
    'Nie udało się odczytać wcześniejszych odpowiedzi. Przepraszamy. Prosimy rozpocząć ankietę jeszcze raz.',
  moreAsked: 'Po tej odpowiedzi są na tej stronie jeszcze inne pytania. Prosimy na nie spojrzeć.',
  notSent: 'Odpowiedzi nie zostały wysłane.',
  busy: 'Jeszcze nie udało się wysłać odpowiedzi, bo serwer jest zajęty. Prosimy za chwilę nacisnąć „Wyślij odpowiedzi” jeszcze raz. Odpowiedzi nie zapiszą się podwójnie.',
  wiped: 'Na tym urządzeniu nie zapisaliśmy odpowiedzi. Tę kartę można zamknąć.',
  rank: (top) => `Pól jest ${top}. Można zostawić puste te, które nie są potrzebne.`,
  atMost: (max) => `Najwięcej znaków: ${max}.`,
}

const english: PlainTexts = {
  storage:
    'This page works without JavaScript. Your answers go through the server with each page, only to show the next one. The server stores them only when you send the whole survey. Closing the tab removes your answers. The page uses no cookies.',
  unreadable: 'We could not read your earlier answers. We are sorry. Please start the survey again.',
  moreAsked: 'After this answer there are more questions on this page. Please look at them.',
  notSent: 'Your answers were not sent.',
  busy: 'Your answers were not sent yet because the server is busy. Please press “Send answers” again in a moment. Your answers will not be stored twice.',
  wiped: 'No answers are kept on this device. You can close this tab.',
  rank: (top) => `There are ${top} fields. You can leave some of them empty.`,
  atMost: (max) => `Most characters: ${max}.`,
}

const ukrainian: PlainTexts = {
  storage:
    'Ця сторінка працює без JavaScript. Відповіді з кожної сторінки проходять через сервер лише для того, щоб показати наступну. Сервер зберігає їх тільки після надсилання всієї анкети. Після закриття вкладки відповіді зникнуть. Сторінка не використовує файлів cookie.',
  unreadable: 'Не вдалося прочитати попередні відповіді. Перепрошуємо. Просимо почати анкету ще раз.',
  moreAsked: 'Після цієї відповіді на сторінці є ще інші запитання. Просимо переглянути їх.',
  notSent: 'Відповіді не надіслано.',
  busy: 'Відповіді ще не надіслано, бо сервер зайнятий. Просимо за мить натиснути кнопку надсилання ще раз. Відповіді не збережуться двічі.',
  wiped: 'На цьому пристрої ми не зберегли відповідей. Цю вкладку можна закрити.',
  rank: (top) => `Полів: ${top}. Непотрібні можна залишити порожніми.`,
  atMost: (max) => `Найбільше знаків: ${max}.`,
}

/** The plain texts of a language; Polish where there are none. */
export const plainTextsIn = (code: string): PlainTexts =>
  code === 'en' ? english : code === 'uk' ? ukrainian : polish
