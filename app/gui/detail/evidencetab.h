#pragma once

#include "app/gui/detail/detailsubject.h"

#include <QTimeZone>
#include <QWidget>

namespace lynceus {

class ReportView;

class Clock;

/// The evidence of a verdict, to read, select and copy.
class EvidenceTab final : public QWidget
{
    Q_OBJECT
public:
    explicit EvidenceTab(const Clock &clock, QWidget *parent = nullptr);

    /// Time zone of the next update.
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    void showSubject(const DetailSubject &subject);

private:
    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    ReportView *m_text;
    QString m_shown; ///< unchanged text keeps selection and scroll position
};

} // namespace lynceus
