#include "app/gui/shell/notices.h"

#include "app/gui/widgets/banner.h"

#include <QVBoxLayout>

namespace lynceus {

Notices::Notices(QWidget *parent)
    : QWidget(parent)
    , m_banner(new Banner(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->addWidget(m_banner);
    m_banner->setDismissable(true);
    connect(m_banner, &Banner::dismissed, this, &Notices::showNext);
    hide();
}

void Notices::raiseNotice(const QString &sentence)
{
    if (sentence.isEmpty() || m_waiting.contains(sentence) || (!isHidden() && m_banner->sentence() == sentence))
        return;
    m_waiting.push_back(sentence);
    if (isHidden())
        showNext();
}

QString Notices::shown() const
{
    return isHidden() ? QString() : m_banner->sentence();
}

void Notices::showNext()
{
    if (m_waiting.isEmpty()) {
        hide();
        return;
    }
    m_banner->say(StateRole::Held, m_waiting.takeFirst());
    show();
}

} // namespace lynceus
