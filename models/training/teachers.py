"""The teacher models, each on the stored (wide frame) picture of one face."""

from pathlib import Path

import cv2
import numpy as np
import onnxruntime as ort

MEAN = np.float32([0.485, 0.456, 0.406])
STD = np.float32([0.229, 0.224, 0.225])

# MediaPipe face mesh vertices. "Right" is the subject's.
OVAL = [10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152,
        148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109]
RIGHT_EYE = [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246]
LEFT_EYE = [263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466]
RIGHT_BROW = [70, 63, 105, 66, 107, 55, 65, 52, 53, 46]
LEFT_BROW = [300, 293, 334, 296, 336, 285, 295, 282, 283, 276]
LIPS = [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185]
MOUTH = [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191]
NOSE = [168, 122, 174, 198, 49, 129, 64, 98, 97, 2, 326, 327, 294, 358, 279, 420, 399, 351]


def session(path):
    o = ort.SessionOptions()
    o.intra_op_num_threads = 1
    o.inter_op_num_threads = 1
    o.log_severity_level = 4
    return ort.InferenceSession(str(path), o, providers=["CPUExecutionProvider"])


class Teachers:
    def __init__(self, folder):
        folder = Path(folder)
        self.mesh = session(folder / "mediapipe_face_landmark.onnx")
        self.hair = session(folder / "mediapipe_hair_segmentation_std.onnx")
        self.person = session(folder / "mediapipe_selfie_segmentation_std.onnx")
        self.eye = session(folder / "mediapipe_iris_landmark.onnx")
        self.pan = session(folder / "kazuhito00_smp_pan_mnv3s_skin_clothes_hair.onnx")

    def mesh_points(self, rgb, centre, half):
        """468x2 points in picture pixels, and the model's confidence that there is a face."""
        m = np.float32([[96 / half, 0, 96 - centre[0] * 96 / half], [0, 96 / half, 96 - centre[1] * 96 / half]])
        crop = cv2.warpAffine(rgb, m, (192, 192), flags=cv2.INTER_LINEAR)
        p, flag = self.mesh.run(None, {"input_1": crop[None].astype(np.float32) / 255})
        p = p.reshape(468, 3)[:, :2]
        return (p - 96) * half / 96 + centre, 1 / (1 + np.exp(-float(flag.ravel()[0])))

    def eye_points(self, rgb, a, b, mirrored):
        """71 points around an eye, brow included, between whose corners `a` and `b` the picture is cut. The model knows right eyes; left ones are mirrored."""
        centre, across = (a + b) / 2, (b - a) * np.sign(b[0] - a[0])
        scale = 64 / (2.3 * np.linalg.norm(across))
        angle = np.arctan2(across[1], across[0])
        turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]]) * scale
        m = np.hstack([turn, (32 - turn @ centre)[:, None]])
        crop = cv2.warpAffine(rgb, m, (64, 64), flags=cv2.INTER_LINEAR)
        crop = crop[:, ::-1] if mirrored else crop
        points = self.eye.run(["output_eyes_contours_and_brows"], {"input_1": np.ascontiguousarray(crop[None]).astype(np.float32) / 255})[0].reshape(71, 3)[:, :2]
        if mirrored:
            points = points * [-1, 1] + [64, 0]
        back = cv2.invertAffineTransform(m)
        return points @ back[:, :2].T + back[:, 2]

    def see(self, rgb, centre, half):
        """Everything the teachers say of a picture, or nothing where there is no face."""
        mesh, flag = self.mesh_points(rgb, centre, half)
        if flag < .9:
            return None
        eyes = np.stack([self.eye_points(rgb, mesh[33], mesh[133], False), self.eye_points(rgb, mesh[263], mesh[362], True)])
        return dict(mesh=mesh, eyes=eyes, maps=self.soft_maps(rgb))

    def soft_maps(self, rgb):
        """Probabilities of person, hair (two models), skin and clothes, each of the picture's size."""
        h, w = rgb.shape[:2]
        big = cv2.resize(rgb, (512, 512), interpolation=cv2.INTER_LINEAR).astype(np.float32) / 255
        small = cv2.resize(rgb, (256, 256), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
        hair = self.hair.run(None, {"input_1": np.dstack([big, np.zeros((512, 512, 1), np.float32)])[None]})[0][0]
        hair = 1 / (1 + np.exp(hair[..., 0] - hair[..., 1]))
        person = self.person.run(None, {"input_1": small[None]})[0][0, ..., 0]
        pan = self.pan.run(None, {"x.1": ((big - MEAN) / STD).transpose(2, 0, 1)[None]})[0][0]
        fit = lambda m: cv2.resize(m, (w, h), interpolation=cv2.INTER_LINEAR)
        return dict(person=fit(person), hair=fit(hair), skin=fit(pan[0]), clothes=fit(pan[1]), pan_hair=fit(pan[2]))
