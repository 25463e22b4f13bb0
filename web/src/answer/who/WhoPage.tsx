import { Heading } from '../Frame.tsx'
import { PageForm } from '../PageForm.tsx'
import { WayOn } from '../WayOn.tsx'
import { texts } from '../texts.ts'
import type { Answering } from '../use-answering.ts'
import { WhoField } from './WhoField.tsx'

interface WhoPageProps {
  readonly answering: Answering
}

/** Before the first question, where many answer with somebody’s help. */
export function WhoPage({ answering }: WhoPageProps) {
  const { survey, state } = answering
  return (
    <PageForm survey={survey} onGoOn={answering.leaveWho}>
      <WayOn label="next" isCalm={survey.isCalm === true} onBack={() => answering.back()}>
        <WhoField
          heading={<Heading>{texts.who.title}</Heading>}
          who={state.draft?.answeredBy}
          onChange={answering.sayWho}
        />
      </WayOn>
    </PageForm>
  )
}
