#pragma once

#include "app/gui/detail/detailsubject.h"

#include <QTimeZone>
#include <QWidget>

namespace lynceus {

class ReportView;

class Clock;

/// What a verdict rests on, to be read, selected and copied.
class EvidenceTab final : public QWidget
{
    Q_OBJECT
public:
    explicit EvidenceTab(const Clock &clock, QWidget *parent = nullptr);

    /// Of the times in what is shown next.
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    void showSubject(const DetailSubject &subject);

private:
    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    ReportView *m_text;
    QString m_shown; ///< a text that stays the same keeps selection and scrolling
};

} // namespace lynceus
