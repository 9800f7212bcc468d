#pragma once

#include "core/engine/instances/instancestate.h"

#include <QMap>
#include <QTimer>
#include <QWidget>

namespace lynceus {

class FittedLabel;

/// One sentence at the bottom: totals, and instances whose data is outdated.
class StatusLine final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget *parent = nullptr);

    void say(const QMap<QString, InstanceState> &instances);
    /// Shows what was just done for some seconds instead.
    void sayOnce(const QString &sentence);
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void show(const QString &sentence);

    FittedLabel *m_label;
    QString m_standing;
    QTimer m_once;
};

} // namespace lynceus
