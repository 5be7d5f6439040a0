import { errorCodeOf, idsIn } from './parked-job.js';

describe('a parked job', () => {
  it('shows ids and small numbers of its payload, never a text', () => {
    const id = '0193a000-0000-7000-8000-00000000000a';
    expect(idsIn({ dispatchId: id, chunk: 3, name: '张三', phone: '13900002222', whole: { id }, share: 0.5 })).toEqual({
      dispatchId: id,
      chunk: 3,
    });
    expect([idsIn(null), idsIn('13900002222'), idsIn([])]).toEqual([{}, {}, {}]);
  });

  it('names its error by a code, never by the message', () => {
    const code = (reason: string): string => errorCodeOf({ reason });
    expect(code('task.moveRefused: The task’s present state does not allow this')).toBe('task.moveRefused');
    expect(code('the handler answered hopeless')).toBe('hopeless');
    expect(code('job stalled more than allowable limit')).toBe('stalled');
    expect(code('invalid input syntax for type uuid: "张三"')).toBe('unexpected');
    expect(code('')).toBe('unexpected');
  });
});
