/** What only a person can see: the answers become part of the report. */
import { Field, Input, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { selfCheckWords } from '../../../locales/selfCheck';
import { type Answer, ANSWERS, type Answers, questionsFor } from '../../../selfCheck/report';
import type { SelfCheckResult } from '../../../selfCheck/result';
import { Disclosure } from '../Disclosure';
import { useLook } from '../look';
import { usePane } from '../pane';

/** Nothing keeps a width of its own: text may be twice as large. */
const useStyles = makeStyles({
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  answers: { flexWrap: 'wrap' },
  input: { minWidth: 0, width: '100%' },
});

export interface QuestionsProps {
  result: SelfCheckResult;
  answers: Answers;
  onAnswer(changed: Answers): void;
}

export function Questions({ result, answers, onAnswer }: QuestionsProps): ReactElement {
  const look = useLook();
  const styles = useStyles();
  const { words } = usePane();
  const { pane, questions, answers: answerWords } = selfCheckWords(words.language);
  return (
    <Disclosure title={pane.questionsTitle}>
      <div className={look.stack}>
        {questionsFor(result).map((question) => (
          <div key={question} className={look.lines}>
            <Field label={questions[question]} className={styles.field}>
              <RadioGroup
                layout="horizontal"
                className={styles.answers}
                value={answers[question] ?? 'unanswered'}
                onChange={(_, { value }) => onAnswer({ [question]: answerOf(value) })}
              >
                {ANSWERS.map((answer) => (
                  <Radio key={answer} value={answer} label={answerWords[answer]} />
                ))}
              </RadioGroup>
            </Field>
            {question === 'otherWorkbook' && (
              <Field label={pane.code} className={styles.field}>
                <Input
                  className={styles.input}
                  input={{ className: styles.input }}
                  value={answers.code ?? ''}
                  onChange={(_, { value }) => onAnswer({ code: value })}
                />
              </Field>
            )}
          </div>
        ))}
      </div>
    </Disclosure>
  );
}

const answerOf = (value: string): Answer => ANSWERS.find((answer) => answer === value) ?? 'unanswered';
