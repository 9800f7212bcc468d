#include "app/cli/wait/imageassignment.h"

#include "app/cli/options/values.h"
#include "core/domain/children/childapplications.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

bool uses(const AssignmentTarget &target, const ImageReference &image, const RegistryProxies &proxies)
{
    return target.managed && !usedImages(*target.managed, {image}, proxies).empty();
}

void addOnce(std::vector<ImageReference> &images, const ImageReference &image)
{
    if (std::ranges::find(images, image) == images.end())
        images.push_back(image);
}

QStringList imagesOf(const std::vector<AssignmentTarget> &targets)
{
    QStringList images;
    for (const auto &target : targets) {
        if (target.managed)
            images += manifestImages(*target.managed);
    }
    return images;
}

} // namespace

Error usedByNone(const ImageReference &image, const QStringList &manifestImages)
{
    QStringList repositories;
    for (const auto &text : manifestImages) {
        if (const auto reference = parseImageReference(text))
            repositories.append(repositoryName(*reference));
    }
    repositories.removeDuplicates();
    return {Error::Kind::BadInput, u"--image "_s + familiarName(image),
            u"no manifest of these applications uses %1%2"_s.arg(repositoryName(image),
                                                                 didYouMean(repositoryName(image), repositories))};
}

Result<std::vector<std::vector<ImageReference>>> assignImages(const std::vector<AssignmentTarget> &targets,
                                                              const std::vector<ImageReference> &images,
                                                              const RegistryProxies &proxies)
{
    std::vector<std::vector<ImageReference>> assigned(targets.size());
    std::ranges::transform(targets, assigned.begin(), &AssignmentTarget::images);
    for (const auto &image : images) {
        bool fits = targets.size() == 1;
        for (std::size_t i = 0; i < targets.size(); ++i) {
            if (targets.size() > 1 && !uses(targets[i], image, proxies))
                continue;
            addOnce(assigned[i], image);
            fits = true;
        }
        if (!fits)
            return tl::unexpected(usedByNone(image, imagesOf(targets)));
    }
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (assigned[i].empty())
            return badInput(u"it uses none of the images; use --app %1=IMAGE"_s.arg(targets[i].name),
                            u"--app "_s + targets[i].name);
    }
    return assigned;
}

} // namespace lynceus
