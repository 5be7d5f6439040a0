import { homework } from './homework';

describe('homework', () => {
  it('is dispatched at once when all three fields are there', () => {
    const request = homework({ what: '查清堵塞原因。汛前清完', leadUnitId: 'u', dueAt: '2026-12-01T10:00:00.000Z' });
    expect(request).toMatchObject({
      title: '查清堵塞原因',
      demand: '查清堵塞原因。汛前清完',
      dispatch: true,
      door: 'instruct',
    });
  });

  it.each([{ what: '研究夜间公交' }, { leadUnitId: 'u' }, { dueAt: '2026-12-01T10:00:00.000Z' }])(
    'leaves %j to the office',
    (given) => {
      expect(homework(given)).toMatchObject({ dispatch: false });
    },
  );

  it('sends no empty instruction', () => {
    expect(homework({ leadUnitId: 'u' })).not.toHaveProperty('instruction');
  });
});
