import { useMutation } from '@apollo/client/react'
import { graphql } from '../gql/index.ts'

export const NoteForm_note = graphql(`
  fragment NoteForm_note on FieldNote {
    id
    revision
    place
    method
    notedOn
    title
    text
    diAreas
    participantCount
    municipality {
      code
    }
    locality {
      id
      name
    }
    quotes {
      number
      text
      speaker
      releasedText
      releasedArea
      warnings
    }
  }
`)

const SaveFieldNote = graphql(`
  mutation SaveFieldNote($input: SaveFieldNoteInput!) {
    saveFieldNote(input: $input) {
      __typename
      ... on FieldNote {
        id
        ...NoteForm_note
      }
      ... on InvalidInputError {
        problems {
          path
          message
        }
      }
      ... on FieldNoteConflictError {
        revision
      }
      ... on Error {
        message
      }
    }
  }
`)

export function useSavingNote() {
  return useMutation(SaveFieldNote)
}
