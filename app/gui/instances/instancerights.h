#pragma once

#include "core/engine/doctor/finding.h"

#include <QWidget>

class QVBoxLayout;

namespace lynceus {

/// The permissions of an account on an instance, one line per kind: allowed, unknown, and each missing permission with
/// what to request from the administrator.
class InstanceRights final : public QWidget
{
    Q_OBJECT
public:
    explicit InstanceRights(QWidget *parent = nullptr);

    /// Clears the view, because permissions were not requested.
    void forget();
    void showAsking();
    void showFindings(const Findings &findings);
    /// Shows why the permissions could not be read.
    void showTrouble(const QString &sentence);

    /// The shown text, line by line.
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
