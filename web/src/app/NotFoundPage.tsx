import { PageFallback } from '../ui/PageFallback.tsx'

/** An address that leads nowhere. */
export function NotFoundPage() {
  return <PageFallback isLoading={false} onRetry={() => undefined} />
}
