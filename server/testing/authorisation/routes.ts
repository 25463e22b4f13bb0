import {
  ADMINISTRATOR,
  MEMBERS,
  ORGANISER,
  ORGANISER_OR_FORBIDDEN,
  SIGNED_IN,
  type RouteRow,
  type Verdicts,
} from './verdicts.ts'

const download = (file: string, verdicts: Verdicts): RouteRow => ({
  url: ({ surveyId }) => `/download/surveys/${surveyId}/${file}`,
  verdicts,
})
const letters = (file: string): RouteRow => ({
  url: ({ codedSurveyId }) => `/download/surveys/${codedSurveyId}/invitations/1/${file}`,
  verdicts: ORGANISER,
})
const form = (file: string): RouteRow => ({
  url: () => `/download/questionnaires/own_questionnaire/${file}`,
  verdicts: MEMBERS,
})
const upload = (step: string): RouteRow => ({
  url: ({ surveyId }) => `/upload/surveys/${surveyId}/import/${step}`,
  verdicts: ORGANISER_OR_FORBIDDEN,
})

/** One row for every route of files; a new route without a row fails the test. */
export const ROUTES: Readonly<Record<string, RouteRow>> = {
  'GET /download/surveys/:id/qr.svg': download('qr.svg', MEMBERS),
  'GET /download/surveys/:id/qr.png': download('qr.png', MEMBERS),
  'GET /download/surveys/:id/booklet.pdf': download('booklet.pdf', ORGANISER),
  'GET /download/surveys/:id/leaflet.pdf': download('leaflet.pdf', ORGANISER),
  'GET /download/surveys/:id/poster.pdf': download('poster.pdf', ORGANISER),
  'GET /download/surveys/:id/report.docx': download('report.docx', ORGANISER),
  'GET /download/surveys/:id/report.xlsx': download('report.xlsx', ORGANISER),
  'GET /download/surveys/:id/report.csv': download('report.csv', ORGANISER),
  'GET /download/surveys/:id/report.json': download('report.json', ORGANISER),
  'GET /download/surveys/:id/data.csv': download('data.csv', ORGANISER),
  'GET /download/surveys/:id/data.xlsx': download('data.xlsx', ORGANISER),
  'GET /download/surveys/:id/data.sav': download('data.sav', ORGANISER),
  'GET /download/surveys/:id/codebook.csv': download('codebook.csv', ORGANISER),
  'GET /download/surveys/:id/codebook.xlsx': download('codebook.xlsx', ORGANISER),
  'GET /download/surveys/:id/cleaning.csv': download('cleaning.csv', ORGANISER),
  'GET /download/surveys/:id/invitations/:batchId/letters.pdf': letters('letters.pdf'),
  'GET /download/surveys/:id/invitations/:batchId/labels.pdf': letters('labels.pdf'),
  'GET /download/surveys/:id/invitations/:batchId/reminders.pdf': letters('reminders.pdf'),
  'GET /download/surveys/:id/invitations/:batchId/codes.csv': letters('codes.csv'),
  'GET /download/surveys/:id/invitations/:batchId/reminders.csv': letters('reminders.csv'),
  'GET /download/questionnaires/:key/form.xlsx': form('form.xlsx'),
  'GET /download/questionnaires/:key/surveyjs.json': form('surveyjs.json'),
  'GET /download/questionnaires/:key/questionnaire.json': form('questionnaire.json'),
  'POST /upload/questionnaires/read': {
    url: () => '/upload/questionnaires/read',
    verdicts: { ...ADMINISTRATOR, organiser: 'allowed', stranger: 'allowed' },
  },
  'POST /upload/surveys/:surveyId/structure': {
    url: ({ surveyId }) => `/upload/surveys/${surveyId}/structure`,
    verdicts: ORGANISER_OR_FORBIDDEN,
  },
  'POST /upload/surveys/:surveyId/rescue': {
    url: ({ surveyId }) => `/upload/surveys/${surveyId}/rescue`,
    verdicts: ORGANISER_OR_FORBIDDEN,
  },
  'GET /teren/bundle': { url: () => '/teren/bundle', verdicts: SIGNED_IN },
  'POST /teren/visits': { url: () => '/teren/visits', json: { visits: [] }, verdicts: SIGNED_IN },
  'POST /teren/surveys/:id/responses': {
    url: ({ surveyId }) => `/teren/surveys/${surveyId}/responses`,
    json: {},
    verdicts: { ...ORGANISER, interviewer: 'forbidden' },
  },
  'POST /upload/register/plan': { url: () => '/upload/register/plan', verdicts: ADMINISTRATOR },
  'POST /upload/register/apply': { url: () => '/upload/register/apply', verdicts: ADMINISTRATOR },
  'POST /upload/surveys/:surveyId/import/columns': upload('columns'),
  'POST /upload/surveys/:surveyId/import/dry-run': upload('dry-run'),
  'POST /upload/surveys/:surveyId/import/confirm': upload('confirm'),
}
