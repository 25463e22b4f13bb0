import { ApolloProvider } from '@apollo/client/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { i18n } from '../i18n/i18n.ts'
import '../ui/base.css'
import { createClient } from './client.ts'
import { routes } from './routes.tsx'

const client = createClient({
  origin: window.location.origin,
  offlineMessage: () => i18n.t('offline.message', { ns: 'app' }),
})
const root = document.getElementById('root')
if (!root) throw new Error('The page has no element „root”.')

createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={i18n}>
      <ApolloProvider client={client}>
        <RouterProvider router={createBrowserRouter(routes)} />
      </ApolloProvider>
    </I18nextProvider>
  </StrictMode>,
)
