import type { Story } from '../story';

/** Orders, parcels and money. */
export const ordering: Story[] = [
  {
    category: 'delivery', language: 'en', article: 'where-is-my-parcel',
    subjects: ['Where is {order}?', 'No news of my parcel', 'Tracking has not moved for four days'],
    answers: { orderNumber: '{order}', trouble: 'It has not arrived yet' },
    text: 'The tracking of {order} has said "handed over" for four days. Is it on its way at all?',
    reply: 'Hello {first},\n\nit is: it left us on {{-4d}} and was scanned in the sorting centre this morning, which their page does not show yet. Expect it {{+2w weekday}}. If it is not there on {{+4w}}, we send another and look for this one ourselves.\n\n{agent}',
    thanks: 'It came today. Thank you.',
  },
  {
    category: 'delivery', language: 'en', article: 'where-is-my-parcel',
    subjects: ['Marked as delivered, but not here', 'Parcel left with somebody', '{order}: nobody has it'],
    answers: { orderNumber: '{order}', trouble: 'Marked as delivered, but not here' },
    text: 'According to the mail {order} was delivered yesterday at noon. Nobody was at home and none of the neighbours has it.',
    reply: 'Hello {first},\n\nI have asked the carrier where it was left and get an answer within a day. Please look at the place that you named for parcels in your account, if there is one. Should it stay lost, you get a second parcel from us at once.\n\n{agent}',
    back: ['Nothing in the shed either.', 'Then we do not wait: a second one leaves today, express, at our cost.'],
    thanks: 'Found and set up, thank you for the quick help.',
  },
  {
    category: 'delivery', language: 'en', article: 'customs',
    subjects: ['Customs asks for an invoice', 'Held at customs', 'Who pays the duty on {order}?'],
    answers: { orderNumber: '{order}', trouble: 'Held at customs' },
    text: 'Customs holds {order} and wants an invoice with the value of each part.',
    reply: 'Hello {first},\n\nit is attached to the parcel, and once more in your account under *Orders*: the commercial invoice with tariff numbers. Send them that file with their form; it mostly takes two working days then.\n\n{agent}',
    thanks: 'Released this morning.',
  },
  {
    category: 'damaged-or-missing-parts', language: 'en', article: 'broken-or-missing-part',
    subjects: ['Mast clamp missing', 'Screws are not in the box', 'One sensor instead of two'],
    answers: { orderNumber: '{order}', deliveredOn: { daysAgo: 1 }, trouble: 'Missing' },
    text: 'Everything in {order} is here but for one thing that the list names. The box was closed.',
    reply: 'Hello {first},\n\nthat is our mistake, and I am sorry that the mast has to wait. The missing part leaves today as a letter and should be with you on {{+3w weekday}}.\n\n{agent}',
    thanks: 'Complete now!',
  },
  {
    category: 'change-or-cancel-an-order', language: 'en', article: 'change-or-cancel',
    subjects: ['Another address for {order}', 'Please change where {order} goes', 'We move on Friday'],
    answers: { orderNumber: '{order}', change: 'The delivery address', newAddress: '12 Mill Lane' },
    text: 'We move this week: can {order} go to the new address? I have typed it above.',
    reply: 'Hello {first},\n\nyou were in time: it had not left. The address is changed, and a new confirmation is in your mail.\n\n{agent}',
    thanks: 'Perfect.',
  },
  {
    category: 'invoices-and-payment', language: 'en', article: 'invoices',
    subjects: ['Invoice for {order} in the name of the club', 'VAT ID is missing on the invoice', 'A receipt for {order}, please'],
    answers: { orderNumber: '{order}', wish: 'A copy of a receipt' },
    text: 'Our treasurer needs the invoice of {order} in the name of the club instead of mine. Is that possible afterwards?',
    reply: 'Hello {first},\n\nyes, for a year. The corrected invoice is in your account and goes out by mail tonight; the old one is void.\n\n{agent}',
    thanks: 'The treasurer is happy, so am I.',
  },
  {
    category: 'invoices-and-payment', language: 'en', article: 'refunds-and-double-charges',
    subjects: ['Charged twice for {order}', 'Two payments on my card', 'When does the refund arrive?'],
    answers: { orderNumber: '{order}', wish: 'I was charged twice' },
    text: 'My card shows the amount of {order} two times, on the same day.',
    reply: 'Hello {first},\n\none of the two is a reservation, which your bank lets go by itself within five days; we were paid once. If both still stand on {{+6w}}, send me a picture of the statement and I give one back by hand.\n\n{agent}',
    thanks: 'One of them has gone, as you said.',
  },
];
