/** Everything that the results page asks for. */
export const RESULTS = `query ($id: ID!) { survey(id: $id) { results {
  asOf responseCount filteredCount modeCounts { mode count }
  summaries { __typename questionKey questionType text sectionKey
    base { askedCount validCount unansweredCount notApplicableCount refusedCount }
    ... on ChoiceSummary { isMultiple mean { ...M } frequencies { ...F } }
    ... on MatrixSummary { isMultiple rows { key label base { askedCount validCount unansweredCount notApplicableCount refusedCount } mean { ...M } frequencies { ...F } } }
    ... on NumberSummary { unit median lowerQuartile upperQuartile minimum maximum mean { ...M } bins { from to count } }
    ... on RankSummary { top rows { code label placeCounts namedCount index named { share low high } } } } } } }
fragment F on Frequency { code label count ofAnswers ofRespondents { share low high } }
fragment M on MeanEstimate { mean standardDeviation low high count }`
