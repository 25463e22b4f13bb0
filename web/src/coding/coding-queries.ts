import { graphql } from '../gql/index.ts'

export const CodingPageQuery = graphql(`
  query CodingPage($id: ID!) {
    survey(id: $id) {
      id
      resultsQuestionnaire
    }
  }
`)

export const CodingQuery = graphql(`
  query Coding($id: ID!, $questionKey: String!) {
    survey(id: $id) {
      id
      coding(questionKey: $questionKey) {
        questionKey
        revision
        doubleShare
        codes {
          id
          label
          description
        }
        state {
          answerCount
          codedCount
          openCount
          codes {
            id
            label
            count
          }
          agreement {
            coders
            count
            sameCount
            alpha
            verdict
            codes {
              code
              firstCount
              secondCount
              bothCount
              kappa
            }
          }
        }
      }
    }
  }
`)

export const CodingTopicsQuery = graphql(`
  query CodingTopics($id: ID!, $questionKey: String!) {
    survey(id: $id) {
      id
      coding(questionKey: $questionKey) {
        topics {
          label
          count
          examples
        }
      }
    }
  }
`)

export const CodedAnswersQuery = graphql(`
  query CodedAnswers($id: ID!, $questionKey: String!, $show: CodingShow!, $code: String, $after: String) {
    survey(id: $id) {
      id
      coding(questionKey: $questionKey) {
        answers(show: $show, code: $code, first: 20, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              responseId
              text
              isShared
              ownCodes
              finalCodes
              differing
              suggestedCodes
              warnings
            }
          }
        }
      }
    }
  }
`)

export const CodeAnswer = graphql(`
  mutation CodeAnswer($input: CodeAnswerInput!) {
    codeAnswer(input: $input) {
      __typename
      ... on CodedAnswer {
        responseId
        finalCodes
      }
      ... on InvalidInputError {
        problems {
          path
          message
        }
      }
      ... on Error {
        message
      }
    }
  }
`)

export const SettleCoding = graphql(`
  mutation SettleCoding($input: CodeAnswerInput!) {
    settleCoding(input: $input) {
      __typename
      ... on CodedAnswer {
        responseId
        finalCodes
      }
      ... on InvalidInputError {
        problems {
          path
          message
        }
      }
      ... on Error {
        message
      }
    }
  }
`)

export const ChangeCodebook = graphql(`
  mutation ChangeCodebook($input: ChangeCodebookInput!) {
    changeCodebook(input: $input) {
      __typename
      ... on OpenCoding {
        revision
      }
      ... on InvalidInputError {
        problems {
          path
          message
        }
      }
      ... on Error {
        message
      }
    }
  }
`)
