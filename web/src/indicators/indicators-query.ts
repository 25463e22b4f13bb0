import { graphql } from '../gql/index.ts'

/** Everything the page shows but the trend, which is asked for by question. */
export const IndicatorsPageQuery = graphql(`
  query IndicatorsPage($id: ID!, $weightVersion: Int, $population: Int) {
    survey(id: $id) {
      id
      resultsQuestionnaire
      indicators(weightVersion: $weightVersion, population: $population) {
        asOf
        responseCount
        groupSize
        footer
        indicators {
          key
          name
          questionKey
          rowKey
          rowLabel
          unit
          isHeadline
          estimate
          low
          high
          n
          reliability
          note
        }
      }
      needsIndex(weightVersion: $weightVersion, population: $population) {
        services {
          rowKey
          label
          need {
            estimate
            low
            high
          }
          availability {
            estimate
            low
            high
          }
          gap {
            estimate
            low
            high
            n
          }
          unmet {
            estimate
            low
            high
          }
          firstPlace
          lastPlace
          priority
          unmetPeople {
            from
            to
          }
        }
        overall {
          alpha
          index {
            estimate
            low
            high
          }
        }
        notes
      }
      modeEffects(weightVersion: $weightVersion) {
        comparisons {
          key
          name
          isDifferent
          sentence
          first {
            mode
          }
          second {
            mode
          }
        }
        notes
      }
      rosters(weightVersion: $weightVersion) {
        questionKey
        text
        itemName
        responseCount
        itemCount
        questions {
          questionKey
          text
          base {
            validCount
          }
          mean {
            estimate
            low
            high
          }
          options {
            code
            label
            ofItems {
              estimate
              low
              high
            }
            ofResponses {
              estimate
              low
              high
            }
          }
        }
      }
    }
  }
`)

/** The weight versions that the page can use; what it is drawn with is decided before the figures are asked for. */
export const IndicatorWeightsQuery = graphql(`
  query IndicatorWeights($id: ID!) {
    survey(id: $id) {
      id
      usualWeightVersion {
        number
      }
      weightVersions {
        number
        name
      }
    }
  }
`)

export const IndicatorTrendQuery = graphql(`
  query IndicatorTrend($id: ID!, $questionKey: String!, $weightVersion: Int) {
    survey(id: $id) {
      id
      trend(questionKey: $questionKey, weightVersion: $weightVersion) {
        text
        items {
          key
          label
          unit
        }
        waves {
          surveyId
          title
          opensOn
          n
          figures {
            estimate
            low
            high
          }
        }
        changes {
          surveyId
          itemKey
          isDifferent
          sentence
        }
        notComparable {
          surveyId
          title
          reason
        }
        notes
      }
    }
  }
`)
