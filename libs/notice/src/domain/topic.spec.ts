import { topicOf } from './topic.js';

describe('the topic of a kind of notice', () => {
  it.each([
    ['assignment.delivered', 'sign'],
    ['assist.redo', 'redo'],
    ['instruction.given', 'instruction'],
    ['clock.due', 'deadline'],
    ['slip.served', 'slip'],
    ['call_up.issued', 'call_up'],
    ['assignment.urged', 'urging'],
    ['assignment.something_new', 'other'],
    ['unheard_of', 'other'],
  ])('%s is about %s', (kind, topic) => expect(topicOf(kind)).toBe(topic));
});
