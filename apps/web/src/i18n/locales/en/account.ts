import type { Texts } from '../texts';

/** English twin of account, reply and notices. */
export const account: Texts['account'] = {
  title: 'My account',
  devices: 'Signed-in devices',
  thisDevice: 'this device',
  since: 'signed in {{at}}',
  end: 'Sign it out',
  ended: 'Signed out',
  notices: 'Notices',
  noticesEmpty: 'No notices.',
  unreadOnly: 'Unread only',
  readAll: 'Mark all as read',
  unread: 'unread',
  replyTitle: 'Reply',
  replyFrom: 'Reply of {{county}}',
  replyNumber: 'Number',
  replyAt: 'Replied',
  yourMatter: 'What you raised',
  feedbackAsk: 'Are you satisfied with the reply?',
  feedbackWords: 'Anything to add (optional)',
  feedbackSend: 'Send feedback',
  feedbackThanks: 'Thank you. Your feedback was passed on to the bureau.',
  feedbackReopen: 'You are dissatisfied: the matter goes back to be handled again.',
  replyGone: 'This link is not valid any more. Ask whoever replied to you for a new one.',
  replyPrivate: 'This page opens by a one-time link. Please do not pass it on.',
};
