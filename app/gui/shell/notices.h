#pragma once

#include <QStringList>
#include <QWidget>

namespace lynceus {

class Banner;

/// What must be said and belongs to no place: one after the other, until it is
/// dismissed.
class Notices final : public QWidget
{
    Q_OBJECT
public:
    explicit Notices(QWidget *parent = nullptr);

    void raiseNotice(const QString &sentence);
    [[nodiscard]] QString shown() const;

private:
    void showNext();

    Banner *m_banner;
    QStringList m_waiting;
};

} // namespace lynceus
