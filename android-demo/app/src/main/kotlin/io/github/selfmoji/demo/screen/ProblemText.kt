package io.github.selfmoji.demo.screen

import android.content.res.Resources
import io.github.selfmoji.SelfmojiException
import io.github.selfmoji.demo.Problem
import io.github.selfmoji.demo.R

/** What was wrong with a photo and what to do, in the person's language where there is a translation, otherwise as the library says it. */
fun problemText(resources: Resources, problem: Problem): String = when (problem) {
    is Problem.Unreadable -> resources.getString(R.string.problem_unreadable)
    is Problem.NoApp -> resources.getString(R.string.problem_no_app)
    is Problem.Library -> {
        val message = sentence(problem.cause.message.orEmpty())
        when (problem.cause) {
            is SelfmojiException.NoFace -> resources.getString(R.string.problem_no_face, message)
            is SelfmojiException.SeveralFaces -> resources.getString(R.string.problem_several_faces, message)
            is SelfmojiException.FaceTooSmall -> resources.getString(R.string.problem_face_too_small, message)
            is SelfmojiException.FaceTurned -> resources.getString(R.string.problem_face_turned, message)
            is SelfmojiException.Photo -> resources.getString(R.string.problem_photo, message)
            else -> message
        }
    }
}

/** The library's messages are parts of a sentence, to be put after others. */
internal fun sentence(message: String): String = message.replaceFirstChar { it.uppercase() }.trimEnd('.') + "."
