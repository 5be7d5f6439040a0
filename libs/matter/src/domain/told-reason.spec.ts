import { PROTECTED_NAME, toldReason } from './told-reason.js';

describe('what is told of a reason', () => {
  it('is the reason itself where nothing is protected', () => {
    expect(toldReason('属国家电网职责，请拨打95598', [])).toBe('属国家电网职责，请拨打95598');
  });

  it('never holds a protected name or contact, nor a personal number', () => {
    expect(toldReason('赵六六（13911112222）所诉与赵六重复，另见13812341234', ['赵六', '赵六六', '13911112222'])).toBe(
      `${PROTECTED_NAME}（${PROTECTED_NAME}）所诉与${PROTECTED_NAME}重复，另见138****1234`,
    );
  });

  it('looks over what was removed for good', () => {
    expect(toldReason('已有结论', ['', ' '])).toBe('已有结论');
  });
});
