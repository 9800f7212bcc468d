#pragma once

#include "core/engine/doctor/finding.h"

#include <QWidget>

class QVBoxLayout;

namespace lynceus {

/// What an account may do there, a line a kind of news: what it may, what is not known, and each thing that it lacks
/// with what to ask for.
class InstanceRights final : public QWidget
{
    Q_OBJECT
public:
    explicit InstanceRights(QWidget *parent = nullptr);

    /// Nobody was asked: nothing is shown.
    void forget();
    void showAsking();
    void showFindings(const Findings &findings);
    /// They could not be asked about: why.
    void showTrouble(const QString &sentence);

    /// All that is shown, line by line.
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line
    {
        Finding::State state;
        QString text;
        friend bool operator==(const Line &, const Line &) = default;
    };
    void show(std::vector<Line> lines);
    void build();

    std::vector<Line> m_lines;
    QVBoxLayout *m_column;
};

} // namespace lynceus
