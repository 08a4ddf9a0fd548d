/** The samples of the self-check are not smaller than what the sheets of the add-in have. */
import { MAX_MESSAGE } from '../../src/selfCheck/items/rules';
import { AREAS } from '../../src/selfCheck/items/ranges';
import { everyPlan } from '../support/drawnPlans';

test('no message of a rule is longer, and no format or height has more areas', () => {
  everyPlan((plan) => {
    const messages = plan.validations.flatMap(({ error, prompt }) => [error.message, prompt?.message ?? '']);
    expect(Math.max(0, ...messages.map((message) => message.length))).toBeLessThanOrEqual(MAX_MESSAGE);
    const areas = [...plan.styles, ...plan.validations].map((one) => one.areas.length);
    expect(Math.max(0, ...areas)).toBeLessThanOrEqual(AREAS);
  });
});
