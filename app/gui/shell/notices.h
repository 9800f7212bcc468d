#pragma once

#include <QWidget>

#include <deque>
#include <functional>

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
    /// With a button; pressing it calls @p help and leaves the notice where it is.
    void raiseNotice(const QString &sentence, const QString &button, std::function<void()> help);
    /// It is not true any more.
    void withdrawNotice(const QString &sentence);
    [[nodiscard]] QString shown() const;

private:
    struct Notice
    {
        QString sentence;
        QString button; ///< empty: none
        std::function<void()> help;
    };

    void showNext();

    Banner *m_banner;
    std::function<void()> m_help; ///< of the one that is shown
    std::deque<Notice> m_waiting;
};

} // namespace lynceus
