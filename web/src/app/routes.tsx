import type { RouteObject } from 'react-router'
import { Loading } from '../ui/Loading.tsx'
import { ErrorPage } from './ErrorPage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { Shell } from './Shell.tsx'
import { Workspace } from './Workspace.tsx'

/** Pages behind the sign-in; each is a chunk of its own. */
const pages: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./StartPage.tsx')).StartPage }) },
  {
    path: 'ankiety',
    lazy: async () => ({ Component: (await import('../survey/SurveysPage.tsx')).SurveysPage }),
  },
  {
    path: 'ankiety/nowa',
    lazy: async () => ({ Component: (await import('../survey/OpenSurveyPage.tsx')).OpenSurveyPage }),
  },
  {
    path: 'ankiety/:id',
    lazy: async () => ({ Component: (await import('../survey/SurveyLayout.tsx')).SurveyLayout }),
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('../survey/SurveyPage.tsx')).SurveyPage }),
      },
      {
        path: 'materialy',
        lazy: async () => ({
          Component: (await import('../survey/materials/MaterialsPage.tsx')).MaterialsPage,
        }),
      },
      {
        path: 'wagi',
        lazy: async () => ({ Component: (await import('../weighting/WeightsPage.tsx')).WeightsPage }),
      },
      {
        path: 'wagi/nowe',
        lazy: async () => ({
          Component: (await import('../weighting/NewWeightsPage.tsx')).NewWeightsPage,
        }),
      },
      {
        path: 'wyniki',
        lazy: async () => ({ Component: (await import('../analysis/ResultsPage.tsx')).ResultsPage }),
      },
      {
        path: 'analiza',
        lazy: async () => ({
          Component: (await import('../analysis/workbench/WorkbenchPage.tsx')).WorkbenchPage,
        }),
      },
      {
        path: 'wskazniki',
        lazy: async () => ({ Component: (await import('../indicators/IndicatorsPage.tsx')).IndicatorsPage }),
      },
      {
        path: 'odpowiedzi-otwarte',
        lazy: async () => ({ Component: (await import('../response/OpenAnswersPage.tsx')).OpenAnswersPage }),
      },
      {
        path: 'kodowanie',
        lazy: async () => ({ Component: (await import('../coding/CodingPage.tsx')).CodingPage }),
      },
      {
        path: 'dane',
        lazy: async () => ({ Component: (await import('../microdata/MicrodataPage.tsx')).MicrodataPage }),
      },
      {
        path: 'raport',
        lazy: async () => ({ Component: (await import('../report/ReportPage.tsx')).ReportPage }),
      },
      {
        path: 'import',
        lazy: async () => ({ Component: (await import('../import/ImportPage.tsx')).ImportPage }),
      },
      {
        path: 'kody',
        lazy: async () => ({ Component: (await import('../invitation/CodesPage.tsx')).CodesPage }),
      },
      {
        path: 'wpisywanie',
        lazy: async () => ({ Component: (await import('../entry/EntryPage.tsx')).EntryPage }),
      },
      {
        path: 'jakosc',
        lazy: async () => ({ Component: (await import('../cleaning/QualityLayout.tsx')).QualityLayout }),
        children: [
          {
            index: true,
            lazy: async () => ({ Component: (await import('../cleaning/FlaggedPage.tsx')).FlaggedPage }),
          },
          {
            path: 'sporne',
            lazy: async () => ({ Component: (await import('../cleaning/ConflictsPage.tsx')).ConflictsPage }),
          },
          {
            path: 'wpisy',
            lazy: async () => ({
              Component: (await import('../cleaning/DiscrepanciesPage.tsx')).DiscrepanciesPage,
            }),
          },
          {
            path: 'dziennik',
            lazy: async () => ({ Component: (await import('../cleaning/LogPage.tsx')).LogPage }),
          },
          {
            path: 'ankieta/:responseId',
            lazy: async () => ({ Component: (await import('../cleaning/ResponsePage.tsx')).ResponsePage }),
          },
        ],
      },
      {
        path: 'formularze',
        lazy: async () => ({ Component: (await import('../institution/FormsPage.tsx')).FormsPage }),
      },
      {
        path: 'formularze/:formId',
        lazy: async () => ({ Component: (await import('../institution/FormPage.tsx')).FormPage }),
      },
      {
        path: 'postep',
        lazy: async () => ({ Component: (await import('../fieldwork/BoardPage.tsx')).BoardPage }),
      },
      {
        path: 'cele',
        lazy: async () => ({ Component: (await import('../fieldwork/PlanPage.tsx')).PlanPage }),
      },
      {
        path: 'ankieterzy',
        lazy: async () => ({
          Component: (await import('../fieldwork/InterviewersPage.tsx')).InterviewersPage,
        }),
      },
      {
        path: 'ratunek',
        lazy: async () => ({ Component: (await import('../fieldwork/RescuePage.tsx')).RescuePage }),
      },
    ],
  },
  {
    path: 'notatki',
    lazy: async () => ({ Component: (await import('../note/NotesPage.tsx')).NotesPage }),
  },
  {
    path: 'notatki/nowa',
    lazy: async () => ({ Component: (await import('../note/NewNotePage.tsx')).NewNotePage }),
  },
  {
    path: 'notatki/:id',
    lazy: async () => ({ Component: (await import('../note/NotePage.tsx')).NotePage }),
  },
  {
    path: 'kwestionariusze',
    lazy: async () => ({ Component: (await import('../questionnaire/LibraryPage.tsx')).LibraryPage }),
  },
  {
    path: 'kwestionariusze/nowy',
    lazy: async () => ({
      Component: (await import('../questionnaire/create/NewQuestionnairePage.tsx')).NewQuestionnairePage,
    }),
  },
  {
    path: 'kwestionariusze/import',
    lazy: async () => ({
      Component: (await import('../questionnaire/interchange/ImportQuestionnairePage.tsx'))
        .ImportQuestionnairePage,
    }),
  },
  {
    path: 'kwestionariusze/:key/eksport',
    lazy: async () => ({
      Component: (await import('../questionnaire/interchange/ExportQuestionnairePage.tsx'))
        .ExportQuestionnairePage,
    }),
  },
  {
    path: 'kwestionariusze/:key',
    lazy: async () => ({
      Component: (await import('../questionnaire/QuestionnairePage.tsx')).QuestionnairePage,
    }),
  },
  {
    path: 'kwestionariusze/:key/edycja',
    lazy: async () => ({
      Component: (await import('../questionnaire/editor/EditorPage.tsx')).EditorPage,
    }),
  },
  {
    path: 'kwestionariusze/:key/zmiany',
    lazy: async () => ({
      Component: (await import('../questionnaire/revision/ChangesPage.tsx')).ChangesPage,
    }),
  },
  {
    path: 'kwestionariusze/:key/historia',
    lazy: async () => ({
      Component: (await import('../questionnaire/history/HistoryPage.tsx')).HistoryPage,
    }),
  },
  {
    path: 'kwestionariusze/:key/tlumaczenia',
    lazy: async () => ({
      Component: (await import('../questionnaire/translations/TranslationsPage.tsx')).TranslationsPage,
    }),
  },
  {
    path: 'kwestionariusze/:key/druk',
    lazy: async () => ({
      Component: (await import('../questionnaire/paper/PaperPage.tsx')).PaperPage,
    }),
  },
  {
    path: 'gminy',
    lazy: async () => ({
      Component: (await import('../municipality/MunicipalitiesPage.tsx')).MunicipalitiesPage,
    }),
  },
  {
    path: 'gminy/:code',
    lazy: async () => ({
      Component: (await import('../municipality/MunicipalityPage.tsx')).MunicipalityPage,
    }),
  },
  {
    path: 'organizacje',
    lazy: async () => ({
      Component: (await import('../organisation/OrganisationsPage.tsx')).OrganisationsPage,
    }),
  },
  {
    path: 'organizacje/:id',
    lazy: async () => ({
      Component: (await import('../organisation/OrganisationPage.tsx')).OrganisationPage,
    }),
  },
  {
    path: 'konta',
    lazy: async () => ({ Component: (await import('../account/AccountsPage.tsx')).AccountsPage }),
  },
  {
    path: 'region',
    lazy: async () => ({ Component: (await import('../survey/RegionPage.tsx')).RegionPage }),
  },
  {
    path: 'region/:id',
    lazy: async () => ({
      Component: (await import('../analysis/workbench/RegionalWorkbenchPage.tsx')).RegionalWorkbenchPage,
    }),
  },
  { path: '*', Component: NotFoundPage },
]

/** The addresses of the workspace. */
export const routes: RouteObject[] = [
  {
    Component: Shell,
    ErrorBoundary: ErrorPage,
    HydrateFallback: Loading,
    children: [
      {
        path: 'logowanie',
        lazy: async () => ({ Component: (await import('../account/SignInPage.tsx')).SignInPage }),
      },
      {
        path: 'pierwsze-uruchomienie',
        lazy: async () => ({ Component: (await import('../account/SetupPage.tsx')).SetupPage }),
      },
      { Component: Workspace, children: [{ ErrorBoundary: ErrorPage, children: pages }] },
    ],
  },
]
